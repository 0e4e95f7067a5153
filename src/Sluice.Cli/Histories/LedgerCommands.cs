using System.CommandLine;

namespace Sluice.Cli.Histories;

internal static class LedgerCommands
{
    public static Command Create(CommandTree tree) => tree.Group(
        "ledger", "Histories that can be proven without the server.",
        [
            "sluice ledger export CHG-1042 --out CHG-1042.proof.json",
            "sluice ledger verify CHG-1042.proof.json --head sha256:…",
        ],
        ExportProof.Create(tree), VerifyProof.Create(tree));
}
