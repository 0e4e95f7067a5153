namespace Sluice.Bench.Estates;

/// <summary>What a copybook holds.</summary>
internal enum CopybookRole
{
    Layout,

    /// <summary>A layout whose names begin with <c>:TAG:</c>, for COPY REPLACING.</summary>
    TaggedLayout,

    /// <summary>What DCLGEN made of a table.</summary>
    Dclgen,

    /// <summary>Names of programs to be called.</summary>
    Constants,

    Paragraphs,
}
