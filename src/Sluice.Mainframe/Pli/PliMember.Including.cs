namespace Sluice.Mainframe.Pli;

// Enterprise PL/I for z/OS Language Reference, chapter "Statements and directives", %INCLUDE and %XINCLUDE: a member, or a DD
// name with a member in parentheses, or a file; several, separated by commas.
internal sealed partial class PliMember
{
    private void IncludeDirective()
    {
        var begin = Current.At;
        Advance();
        do
        {
            Advance();
            if (Current.Kind is not (PliTokenKind.Word or PliTokenKind.Literal or PliTokenKind.Number)
                || Current.Text.IsWhiteSpace())
            {
                findings.Complain(begin, "pli.include-without-name", "%INCLUDE is followed by no name.");
                return;
            }
            var named = Current;
            Advance();
            if (Argument() is { } member)
                Refer(Verb.Copies, ThingKind.Copybook, member.Name, member.NameAt, scanner.Excerpt(begin), named.Name);
            else
                Refer(Verb.Copies, ThingKind.Copybook,
                    named.Kind is PliTokenKind.Literal ? Bare(named) : named.Name, named.NameAt, scanner.Excerpt(begin));
        }
        while (Current.Kind is PliTokenKind.Comma);
    }

    /// <summary>A file of z/OS UNIX is known by its name without folder and extension.</summary>
    private static string Bare(PliToken path) =>
        path.Text[(path.Text.LastIndexOf('/') + 1)..].Trim(' ') is { IsEmpty: false } file
            ? MemberName.Of(file.ToString())
            : path.Name;
}
