using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Commands;

/// <summary>What a reader of commands reads: a whole member, or the lines of one that a job hands to a program.</summary>
/// <param name="By">Who says what the commands say: the member, or the step that they are for.</param>
/// <param name="First">Line, from 1.</param>
/// <param name="Last">Line, the last one that belongs to it.</param>
internal readonly record struct CommandSource(Thing By, SourceText Text, int First, int Last)
{
    public static CommandSource Of(string name, SourceText text) => new(new(ThingKind.ControlMember, name), text, 1, text.Count);
}
