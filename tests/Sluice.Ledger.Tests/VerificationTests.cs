using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Ledger.Tests;

public sealed class VerificationTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public void Untouched_history_verifies_and_says_what_it_is()
    {
        var history = History.OfOneChange();

        var verification = Verification.Of(history.File, new RememberedHead(history.Head, 4));

        Assert.Empty(verification.Faults);
        var record = Assert.Single(verification.Records);
        Assert.Equal(("T", "CHG-1", history.Head, 4), (record.Tenant, record.Record, record.Head, record.Entries));
    }

    // Every bit of every byte, and every byte made a space, which is how white space might sneak in.
    [Fact]
    public void No_altered_byte_goes_unseen()
    {
        var file = History.OfOneChange().Redacted(3).File;
        for (var at = 0; at < file.Length; at++)
            foreach (var value in Enumerable.Range(0, 8).Select(bit => (byte)(file[at] ^ 1 << bit)).Append((byte)' '))
            {
                if (value == file[at])
                    continue;
                var was = file[at];
                file[at] = value;
                Assert.True(Verification.Of(file).Faults.Count > 0, $"Byte {at}, {(char)was} made {(char)value}, was not found.");
                file[at] = was;
            }
        Assert.Empty(History.Faults(file));
    }

    [Fact]
    public void White_space_and_the_order_of_members_are_free()
    {
        var history = new History()
            .Act("drafted", new { title = new FreeText("Größe \"<&'\n😀") }).Act("commented", new { }).Redacted(2);

        Assert.Empty(History.Faults(Backwards(JsonNode.Parse(history.File))!.ToJsonString(Indented)));
    }

    [Fact]
    public void Flipped_byte_in_a_body_names_the_entry() =>
        Assert.Equal([(4L, "entry.altered")], History.OfOneChange().Altered(4, entry => entry with
        {
            Body = entry.Body.Replace("approve", "approvf", StringComparison.Ordinal),
        }).Found());

    [Fact]
    public void Swapped_pair_is_found()
    {
        var history = History.OfOneChange();
        history.Entries.Reverse(1, 2);

        Assert.Equal([2, 3, 4], history.Found().Where(fault => fault.Code == "chain.broken").Select(fault => fault.Sequence));
    }

    [Fact]
    public void Deleted_entry_is_found_where_it_is_missing()
    {
        var history = History.OfOneChange();
        history.Entries.RemoveAt(1);

        Assert.Contains((2L, "chain.broken"), history.Found());
    }

    [Fact]
    public void Cut_off_end_shows_against_the_head_in_the_file_and_against_a_remembered_one()
    {
        var history = History.OfOneChange();
        var head = history.Head;
        var kept = history.Proof;
        history.Entries.RemoveAt(3);

        Assert.Equal([(3L, "chain.cut")], History.Faults((kept with { Entries = [.. history.Entries] }).Write()));
        Assert.Empty(history.Found());
        Assert.Equal([(0L, "head.unknown")], history.Found(new RememberedHead(head)));
        Assert.Equal([(4L, "head.unknown")], history.Found(new RememberedHead(head, 4)));
    }

    [Fact]
    public void Full_rehash_shows_against_a_remembered_head_only()
    {
        var history = History.OfOneChange();
        var head = history.Head;
        history.Rehashed(2, "actor", "somebody-else");

        Assert.Empty(history.Found());
        Assert.Equal([(0L, "head.unknown")], history.Found(new RememberedHead(head)));
    }

    [Fact]
    public void History_that_has_grown_since_still_knows_the_remembered_head()
    {
        var history = History.OfOneChange();
        var head = history.Head;
        history.Act("change.closed", new { });

        Assert.Empty(history.Found(new RememberedHead(head), new RememberedHead(head, 4)));
        Assert.Equal([(5L, "head.unknown")], history.Found(new RememberedHead(head, 5)));
    }

    [Fact]
    public void Entry_of_another_record_is_found()
    {
        var history = new History("CHG-2").Act("change.drafted", new { });

        Assert.Equal([(1L, "entry.foreign")], History.Faults((history.Proof with { Record = "CHG-1" }).Write()));
        Assert.Equal([(1L, "entry.foreign")], History.Faults((history.Proof with { Tenant = "U" }).Write()));
    }

    [Fact]
    public void Record_without_a_history_proves_nothing() =>
        Assert.Equal([(0L, "chain.empty")], new History().Found());

    [Fact]
    public void Body_that_is_no_entry_is_found()
    {
        foreach (var body in (string[])["", "7", "[]", "{}", "{\"a\":1,\"a\":2}", "{", "\"\\ud800\""])
            Assert.Contains((2L, "entry.unreadable"), History.OfOneChange()
                .Altered(2, entry => new(body, Digest.Of(body), [])).Found());
    }

    [Fact]
    public void Several_records_may_share_a_file_once_each()
    {
        var (one, two) = (History.OfOneChange(), History.OfOneChange("CHG-2"));
        var (first, second) = (one.Proof.Write(), two.Proof.Write());

        Assert.Empty(History.Faults($"{first}\n{second}\n"));
        Assert.Empty(History.Faults(Encoding.UTF8.GetBytes($"[{first},{second}]"), new(one.Head), new(two.Head)));
        Assert.Equal([(0L, "bundle.repeated")], History.Faults($"{first}\n{first}"));
        var cut = (two.Proof with { Head = Digest.None }).Write();
        var fault = Assert.Single(Verification.Of(Encoding.UTF8.GetBytes(first + cut)).Faults);
        Assert.Equal(("CHG-2", 4, "chain.cut"), (fault.Record, fault.Sequence, fault.Code));
    }

    private static JsonNode? Backwards(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Reverse().Select(m => KeyValuePair.Create(m.Key, Backwards(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Backwards)]),
        _ => node?.DeepClone(),
    };
}
