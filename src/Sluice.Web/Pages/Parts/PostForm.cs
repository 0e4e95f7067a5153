using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Sluice.Kernel.People;

namespace Sluice.Web.Pages.Parts;

/// <summary>Every form that does something carries for whom it was shown and, on a record's page, which version of it.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostForm(CurrentActor current) : TagHelper
{
    public const string Account = "__account";

    /// <summary>Key of what a record's page says of its version.</summary>
    public const string Seen = "Seen";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (current.Actor is { } actor)
            Hide(output, Account, actor.Account.Name);
        if (View.ViewData[Seen] is long version)
            Hide(output, Since.Field, version.ToString(CultureInfo.InvariantCulture));
    }

    private static void Hide(TagHelperOutput output, string name, string value)
    {
        var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        field.MergeAttribute("type", "hidden");
        field.MergeAttribute("name", name);
        field.MergeAttribute("value", value);
        output.PostContent.AppendHtml(field);
    }
}
