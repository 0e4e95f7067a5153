using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Assembler;

// z/OS MVS Programming: Assembler Services Reference, macros CALL, LINK, LINKX, XCTL, XCTLX, LOAD, DELETE, ATTACH and ATTACHX.
internal sealed partial class AssemblerMember
{
    private void Call(ReadOnlySpan<char> operands)
    {
        foreach (var operand in Operands.Of(operands))
        {
            if (operand.Text is ['(', ..])
                InRegister(Verb.Calls, operand.Text, operand.Start);
            else if (IsName(operand.Text))
            {
                called.Add(operand.Text.Upper());
                Refer(Verb.Calls, ThingKind.Program, operand.Text, statements.At(operand.Start));
            }
            else
                break;
            return;
        }
        // The list and execute forms only lay out parameters.
        if (!Operands.Find(operands, "MF", out _))
            findings.Complain(statements.OperationAt, "assembler.call-without-name", "CALL names no entry point.");
    }

    /// <summary>EP= names it; EPLOC= says where its name is, eight characters long; DE= is an entry of a directory.</summary>
    private void EntryPoint(Verb verb, ReadOnlySpan<char> operands)
    {
        if (Operands.Find(operands, "EP", out var named) && IsName(named.Value))
            Refer(verb, ThingKind.Program, named.Value, statements.At(named.ValueStart));
        else if (Operands.Find(operands, "EPLOC", out var located) && !located.Value.IsEmpty)
            Located(verb, located);
        else if (Operands.Find(operands, "DE", out var entry) && !entry.Value.IsEmpty)
            Add(verb, ThingKind.Program, entry.Value, statements.At(entry.ValueStart),
                "The name is in a directory entry, which is read at run time.", null, null);
    }

    private void Located(Verb verb, Operand located)
    {
        if (CharacterConstant.In(located.Value.TrimStart('=')) is { IsEmpty: false } literal && located.Value[0] == '=')
            Refer(verb, ThingKind.Program, literal, statements.At(located.ValueStart + located.Value.IndexOf(literal)));
        else if (IsName(located.Value))
            Held(verb, ThingKind.Program, located.Value, located.ValueStart);
        else
            InRegister(verb, located.Value, located.ValueStart);
    }

    private void InRegister(Verb verb, ReadOnlySpan<char> register, int offset) =>
        Add(verb, ThingKind.Program, register, statements.At(offset),
            "Its address is in a register, which is loaded at run time.", null, null);

    private void Held(Verb verb, ThingKind kind, ReadOnlySpan<char> field, int offset)
    {
        var variable = field.Upper();
        fields.Add(variable);
        Add(verb, kind, field, statements.At(offset),
            $"{variable} is a field, whose content is known at run time.", variable, null);
    }
}
