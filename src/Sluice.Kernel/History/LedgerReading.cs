using System.Text.Json.Nodes;
using Sluice.Kernel.Persistence;
using Sluice.Ledger;

namespace Sluice.Kernel.History;

internal static class LedgerReading
{
    extension(LedgerRow row)
    {
        /// <summary>What the act did, its texts put back where they have not been redacted.</summary>
        public JsonNode FactsWith(IEnumerable<LedgerText> texts) => FreeTexts.Restore(
            JsonNode.Parse(row.Body)!["facts"]!,
            [.. texts.Where(text => text.Text is not null).Select(text => new KeptText(text.Pointer, text.Salt!, text.Text!))]);
    }
}
