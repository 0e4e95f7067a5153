using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Racf;

/// <remarks>z/OS Security Server RACF Command Language Reference, "PERMIT (Maintain resource access lists)".</remarks>
internal static class Permissions
{
    public static void Read(Thing by, Statement statement, Keywords words)
    {
        // DATASET is the class where none is said.
        var name = new ProfileName(words.Find("CLASS") ?? "DATASET", words.Word, words.WordAt, words.IsQuoted);
        var deletes = Says(words, "DELETE", 3) || Says(words, "RESET", 5);
        statement.Refer(by, deletes ? Verb.Deletes : Verb.Permits, name.Thing, name.At, name.Why, Who(words));
        var model = words.Find("FCLASS") ?? name.Type;
        while (words.MoveNext())
            if (words.HasValue && words.Is("FROM"))
            {
                var from = words.Values();
                if (from.MoveNext())
                {
                    var profile = new ProfileName(model, from.Word, words.ValueAt + from.WordAt, from.IsQuoted);
                    statement.Refer(name.Thing, Verb.Uses, profile.Thing, profile.At, profile.Why, "FROM");
                }
            }
            else if (words.HasValue && words.Is("WHEN"))
                Conditions(statement, name, words);
    }

    /// <summary>WHEN(PROGRAM(PAYROLL)): the permission holds inside these programs.</summary>
    private static void Conditions(Statement statement, ProfileName name, Keywords words)
    {
        for (var conditions = words.Values(); conditions.MoveNext();)
            if (conditions.HasValue && conditions.Is("PROGRAM"))
                for (var programs = conditions.Values(); programs.MoveNext();)
                    statement.Refer(name.Thing, Verb.Uses, new(ThingKind.Program, programs.Word.Upper()),
                        words.ValueAt + conditions.ValueAt + programs.WordAt, SettledName.WhyGeneric(programs.Word), "WHEN");
    }

    private static string? Who(Keywords words)
    {
        string? ids = null, access = null;
        while (words.MoveNext())
            if (words.HasValue && words.Is("ID"))
                ids = words.Value.Upper();
            else if (words.HasValue && words.Is("ACCESS", 2))
                access = words.Value.Upper();
        return ids is null ? null : access is null ? ids : $"{access} TO {ids}";
    }

    private static bool Says(Keywords words, ReadOnlySpan<char> keyword, int shortest)
    {
        while (words.MoveNext())
            if (words.Is(keyword, shortest))
                return true;
        return false;
    }
}
