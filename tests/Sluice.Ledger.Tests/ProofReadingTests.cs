using System.Text;
using System.Text.Json.Nodes;
using FsCheck.Fluent;

namespace Sluice.Ledger.Tests;

public sealed class ProofReadingTests
{
    [Fact]
    public void Proof_comes_back_as_it_was_written()
    {
        var proof = History.OfOneChange().Redacted(3).Proof;

        Assert.Equal(proof.Write(), Assert.Single(ProofReading.Read(Encoding.UTF8.GetBytes(proof.Write()))).Write());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("[[]]")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"sluice-proof\"}")]
    [InlineData("PK\u0003\u0004")]
    public void What_is_no_proof_is_a_fault_and_no_exception(string file) => Unreadable(file);

    [Fact]
    public void Addition_to_a_proof_is_found()
    {
        var proof = History.OfOneChange().Proof.Write();
        Assert.Empty(History.Faults(proof));

        Unreadable(proof + "x");
        Unreadable(proof + "{}");
        Unreadable(proof.Replace("""{"entries":""", """{"note":1,"entries":""", StringComparison.Ordinal));
        Unreadable(proof.Replace("""{"entries":""", """{"$id":"1","entries":""", StringComparison.Ordinal));
        Unreadable(proof.Replace("""{"body":""", """{"note":1,"body":""", StringComparison.Ordinal));
        Unreadable(proof.Replace("""{"pointer":""", """{"note":1,"pointer":""", StringComparison.Ordinal));
        Unreadable(proof.Replace("""{"entries":""", """{"version":1,"entries":""", StringComparison.Ordinal));
        Unreadable(proof.Replace("""{"entries":""", """{"Head":"","entries":""", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("format", "\"sluice-proof2\"")]
    [InlineData("version", "2")]
    [InlineData("version", "\"1\"")]
    [InlineData("version", "1.0")]
    [InlineData("head", "null")]
    [InlineData("head", "\"\\ud800\"")]
    [InlineData("entries", "[null]")]
    [InlineData("entries", "[{\"body\":\"\",\"hash\":\"\",\"texts\":[null]}]")]
    [InlineData("entries", "{}")]
    public void Member_of_another_shape_is_found(string name, string value) =>
        Unreadable(string.Join(',', JsonNode.Parse(History.OfOneChange().Proof.Write())!.AsObject().Select(member =>
            $"\"{member.Key}\":{(member.Key == name ? value : member.Value!.ToJsonString())}")) is var members
            ? $"{{{members}}}" : "");

    [Fact]
    public void Broken_utf8_is_found()
    {
        var file = History.OfOneChange().File;
        file[Encoding.UTF8.GetString(file).IndexOf("CHG-1", StringComparison.Ordinal)] = 0xff;

        Assert.NotEmpty(History.Faults(file));
    }

    [Fact]
    public void No_file_makes_the_verifier_throw()
    {
        var proof = History.OfOneChange().File;
        Property.Holds(Prop.ForAll(
            Gen.Choose(0, proof.Length - 1).Zip(Gen.Choose(0, 40)).Zip(Gen.Choose(0, 255).ListOf()).ToArbitrary(),
            spot =>
            {
                var ((at, cut), put) = spot;
                byte[] file = [.. proof[..at], .. put.Select(value => (byte)value), .. proof[Math.Min(at + cut, proof.Length)..]];
                return file.AsSpan().SequenceEqual(proof) || Verification.Of(file).Faults.Count > 0;
            }));
    }

    private static void Unreadable(string file) => Assert.Equal([(0L, "bundle.unreadable")], History.Faults(file));
}
