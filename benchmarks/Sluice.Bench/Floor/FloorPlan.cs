using System.Text.Json;

namespace Sluice.Bench.Floor;

/// <summary>One statement as Sluice's request caused it; its values are texts, which may have holes.</summary>
internal sealed record Statement(string Sql, IReadOnlyList<string?> Values);

/// <summary>What the floor does for one request.</summary>
/// <param name="Key">Method and address; of a POST without the numbers in it.</param>
/// <param name="Reads">One round trip each. Of a GET the first finds out who is asking.</param>
/// <param name="Writes">All in one round trip and one transaction; each alters one row.</param>
/// <param name="Body">Length of the answer, when it does not consist of the rows that were read.</param>
internal sealed record Answer(string Key, IReadOnlyList<Statement> Reads, IReadOnlyList<Statement> Writes, int? Body);

/// <param name="FirstNumber">Of the changes that the floor itself creates.</param>
internal sealed record FloorPlan(string Tenant, int FirstNumber, IReadOnlyList<Answer> Answers)
{
    public static FloorPlan Read(string file) => JsonSerializer.Deserialize<FloorPlan>(File.ReadAllBytes(file))!;

    public void Write(string file) => File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(this));
}
