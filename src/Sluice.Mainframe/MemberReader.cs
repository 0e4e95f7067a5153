using Sluice.Mainframe.Assembler;
using Sluice.Mainframe.Bms;
using Sluice.Mainframe.Cics;
using Sluice.Mainframe.Cobol;
using Sluice.Mainframe.ControlCards;
using Sluice.Mainframe.Db2;
using Sluice.Mainframe.Ims;
using Sluice.Mainframe.Jcl;
using Sluice.Mainframe.Mq;
using Sluice.Mainframe.Pli;
using Sluice.Mainframe.Racf;
using Sluice.Mainframe.Rexx;
using Sluice.Mainframe.Schedulers;
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
        using var source = SourceText.Read(content);
        if (source is null)
            return new(name, MemberKind.Other, Language.None, null, 0);
        var (kind, language) = Languages.Told(path, source);
        var findings = new Findings();
        if (ReaderOf(kind, language) is { } read)
        {
            if (!MemberName.IsValid(name))
                findings.Complain(new(1, 1), "member.name", $"No library has a member called {name}: it is found by this name only here.");
            read(name, source, findings);
        }
        return new(name, kind, language, source.Form, source.Count)
        {
            Defines = findings.Defines,
            References = findings.References,
            Diagnostics = findings.Diagnostics,
            Assignments = findings.Assignments,
        };
    }

    /// <summary>Null of what has no reader: it is counted as a member, and nothing is said of it.</summary>
    private static Action<string, SourceText, Findings>? ReaderOf(MemberKind kind, Language language) => language switch
    {
        Language.Cobol when kind is MemberKind.Copybook => CobolReader.ReadCopybook,
        Language.Cobol => CobolReader.Read,
        Language.Jcl => JclReader.Read,
        Language.ControlCards => ControlCardReader.Read,
        Language.Bms => BmsReader.Read,
        Language.Csd => CsdReader.Read,
        Language.Ddl => DdlReader.Read,
        Language.Dbd => DbdReader.Read,
        Language.Psb => PsbReader.Read,
        Language.Mqsc => MqscReader.Read,
        Language.Racf => RacfReader.Read,
        Language.Scheduler => SchedulerReader.Read,
        Language.Pli => PliReader.Read,
        Language.Assembler => AssemblerReader.Read,
        Language.Rexx => RexxReader.Read,
        Language.Clist => ClistReader.Read,
        _ => null,
    };
}
