using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sluice.Kernel.Persistence;

/// <summary>Columns with free text in rows that are written once: a secret in them can be taken away, and nothing put in its place.</summary>
public static class Redactable
{
    private const string Annotation = "Sluice:Redactable";

    extension<T>(PropertyBuilder<T> property)
    {
        public PropertyBuilder<T> IsRedactable() => property.HasAnnotation(Annotation, true);
    }

    internal static bool IsRedactable(this IReadOnlyProperty property) => property.FindAnnotation(Annotation) is not null;
}
