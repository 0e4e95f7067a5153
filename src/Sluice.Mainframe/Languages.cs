using System.Collections.Frozen;
using Sluice.Mainframe.Signs;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe;

/// <summary>Works out what a member is written in: as <see cref="MemberKinds"/> does, and what that calls other.</summary>
public static class Languages
{
    private static readonly FrozenDictionary<string, Language> Known = new Dictionary<string, Language>
    {
        ["asm"] = Language.Assembler, ["hlasm"] = Language.Assembler, ["asmsrc"] = Language.Assembler,
        ["asmlib"] = Language.Assembler, ["mac"] = Language.Assembler, ["maclib"] = Language.Assembler, ["macro"] = Language.Assembler,
        ["macros"] = Language.Assembler, ["imsgen"] = Language.Assembler,
        ["pli"] = Language.Pli, ["pl1"] = Language.Pli, ["plisrc"] = Language.Pli, ["inc"] = Language.Pli,
        ["plinc"] = Language.Pli, ["pliinc"] = Language.Pli,
        ["rexx"] = Language.Rexx, ["rex"] = Language.Rexx, ["exec"] = Language.Rexx, ["clist"] = Language.Clist,
        ["dbd"] = Language.Dbd, ["dbds"] = Language.Dbd, ["dbdsrc"] = Language.Dbd, ["dbdlib"] = Language.Dbd,
        ["psb"] = Language.Psb, ["psbs"] = Language.Psb, ["psbsrc"] = Language.Psb, ["psblib"] = Language.Psb,
        ["mqs"] = Language.Mqsc, ["mqsc"] = Language.Mqsc,
        ["racf"] = Language.Racf,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <param name="path">With as much of its folders as is known.</param>
    public static Language Of(string path, SourceText source) => Told(path, source).Language;

    /// <summary>Both in one: much of a member may have to be looked at to know either.</summary>
    internal static (MemberKind Kind, Language Language) Told(string path, SourceText source)
    {
        if (Hint.IsNoSource(path))
            return (MemberKind.Other, Language.None);
        var kindHint = Hint.Of(path);
        var told = MemberKinds.ByContent(kindHint, source);
        var kind = MemberKinds.Of(told, kindHint, source);
        if (RexxSigns.In(source))
            return (kind, Language.Rexx);
        if (told is not (null or MemberKind.ControlCard))
            return (kind, Of(kind));
        Language? hint = Known.TryGetValue(Hint.Word(path), out var known) ? known : null;
        return (kind, Unlike(source) ?? hint ?? Of(kind));
    }

    // What looks like control cards can be the beginning of one of these: assembler has ENTRY, as the binder has.
    private static Language? Unlike(SourceText source) =>
        AssemblerSigns.In(source) is { } assembler ? assembler
        : PliSigns.In(source) ? Language.Pli
        : CommandSigns.OfMq(source) ? Language.Mqsc
        : CommandSigns.OfRacf(source) ? Language.Racf
        : null;

    private static Language Of(MemberKind kind) => kind switch
    {
        MemberKind.Cobol or MemberKind.Copybook => Language.Cobol,
        MemberKind.Jcl or MemberKind.Proc => Language.Jcl,
        MemberKind.Bms => Language.Bms,
        MemberKind.Ddl => Language.Ddl,
        MemberKind.ControlCard => Language.ControlCards,
        MemberKind.Csd => Language.Csd,
        MemberKind.Scheduler => Language.Scheduler,
        _ => Language.None,
    };
}
