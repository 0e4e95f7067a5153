using System.Text.Json.Nodes;
using Sluice.Kernel.Persistence;
using Sluice.Ledger;

namespace Sluice.Kernel.History;

internal static class LedgerReading
{
    extension(LedgerRow row)
    {
        /// <summary>What the act did, its texts put back where they have not been redacted.</summary>
        public JsonNode FactsWith(IReadOnlyList<KeptText>? texts) =>
            FreeTexts.Restore(JsonNode.Parse(row.Body)!["facts"]!, texts ?? []);
    }
}
