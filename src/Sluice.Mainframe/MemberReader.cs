using Sluice.Mainframe.Cobol;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe;

/// <summary>Reads one member in the language that it is written in.</summary>
public static class MemberReader
{
    /// <param name="path">With as much of its folders as is known.</param>
    /// <param name="content">Exact bytes.</param>
    public static Reading Read(string path, ReadOnlySpan<byte> content)
    {
        var name = MemberName.Of(path);
        var kind = MemberKinds.Of(path, content);
        if (SourceText.Read(content) is not { } source)
            return new(name, MemberKind.Other, null, 0);
        var findings = new Findings();
        switch (kind)
        {
            case MemberKind.Cobol or MemberKind.Copybook:
                CobolReader.Read(name, source, findings);
                break;
        }
        return new(name, kind, source.Form, source.Count)
        {
            Defines = findings.Defines, References = findings.References, Diagnostics = findings.Diagnostics, Assignments = findings.Assignments,
        };
    }
}
