using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Integration.Tests.Saving;

/// <summary>Extension data: opaque, filled by a verified read alone, and bound to the item that it was read from.</summary>
public sealed class ExtensionDataTests
{
    [Fact]
    public async Task S12_It_is_filled_with_verified_values_and_their_protection()
    {
        await using var table = await NotesTable.CreateAsync();
        var more = (await LoadAsync(table)).More!;

        Assert.Equal(["Label", "Secret"], more.Names.Order(StringComparer.Ordinal));
        Assert.True(more.TryGetValue("Secret", out var secret));
        Assert.Equal("s", secret.S);
        Assert.Equal((CryptoAction.EncryptAndSign, CryptoAction.SignOnly, null), (more.ProtectionOf("Secret"), more.ProtectionOf("Label"), more.ProtectionOf("Text")));
        Assert.DoesNotContain("Secret", more.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S12_A_tampered_unknown_attribute_never_enters()
    {
        await using var table = await NotesTable.CreateAsync();
        using var program = table.Program(Note.OldExtensibleModel);
        await StoreAsync(table);
        await table.TamperAsync(item => item["Label"] = new AttributeValue { S = "tampered" });

        await Assert.ThrowsAsync<ItemVerificationException>(() => program.LoadAsync<Note.OldExtensible>("n"));
    }

    [Fact]
    public async Task S12_An_unsigned_unknown_attribute_never_enters_and_is_left_alone()
    {
        await using var table = await NotesTable.CreateAsync();
        using var program = table.Context(dynamo =>
        {
            dynamo.Settings.Registry = new EntityRegistry();
            dynamo.Settings.Registry.Add(new Both());
        });
        using var other = table.Program(Note.NewColoredModel);
        await other.SaveAsync(new Note.NewColored { Id = "n", Text = "t", Color = "red", Secret = "s" });

        var loaded = await program.LoadAsync<Note.OldExtensible>("n");
        var names = loaded.More!.Names;
        var refused = Assert.Throws<InvalidItemException>(() => loaded.More.Add("Color", new AttributeValue { S = "blue" }));
        await program.SaveAsync(loaded);

        Assert.Equal(["Secret"], names);
        Assert.Equal("extension-name", refused.Rule);
        Assert.Equal("red", (await table.SingleStoredAsync())["Color"].S);
    }

    [Fact]
    public async Task S12_Adding_is_explicit_and_encrypts_by_default()
    {
        await using var table = await NotesTable.CreateAsync();
        using var program = table.Program(Note.OldExtensibleModel);
        var loaded = await LoadAsync(table);
        loaded.More!.Add("Extra", new AttributeValue { S = "hidden" });
        loaded.More.AddSignedOnly("Open", new AttributeValue { N = "7" });
        Assert.True(loaded.More.Remove("Label"));

        await program.SaveAsync(loaded);

        var stored = await table.SingleStoredAsync();
        Assert.NotNull(stored["Extra"].B);
        Assert.Equal("7", stored["Open"].N);
        Assert.False(stored.ContainsKey("Label"));
        var more = (await program.LoadAsync<Note.OldExtensible>("n")).More!;
        Assert.True(more.TryGetValue("Extra", out var extra));
        Assert.Equal("hidden", extra.S);
        Assert.Equal(CryptoAction.EncryptAndSign, more.ProtectionOf("Extra"));
    }

    [Theory]
    [InlineData("aws_dbe_head")]
    [InlineData("aws_dbe_other")]
    [InlineData("aws-crypto-x")]
    [InlineData("Id")]
    [InlineData("Text")]
    [InlineData("Secret")]
    public async Task S12_Reserved_key_modelled_and_taken_names_are_refused(string name)
    {
        await using var table = await NotesTable.CreateAsync();
        var more = (await LoadAsync(table)).More!;

        var error = Assert.Throws<InvalidItemException>(() => more.Add(name, new AttributeValue { S = "x" }));

        Assert.Equal(("extension-name", table.Name), (error.Rule, error.TableName));
        Assert.Equal(2, more.Count);
    }

    [Fact]
    public async Task S12_Values_are_copies_in_both_directions()
    {
        await using var table = await NotesTable.CreateAsync();
        using var program = table.Program(Note.OldExtensibleModel);
        var loaded = await LoadAsync(table);
        var added = new AttributeValue { M = new() { ["inner"] = new AttributeValue { S = "kept" } } };
        loaded.More!.Add("Extra", added);

        added.M["inner"].S = "changed outside";
        Assert.True(loaded.More.TryGetValue("Label", out var label));
        label.S = "changed outside";
        await program.SaveAsync(loaded);

        var more = (await program.LoadAsync<Note.OldExtensible>("n")).More!;
        Assert.True(more.TryGetValue("Extra", out var extra) && more.TryGetValue("Label", out label));
        Assert.Equal(("kept", "l"), (extra.M["inner"].S, label.S));
    }

    [Fact]
    public async Task S12_It_cannot_be_saved_under_another_key()
    {
        await using var table = await NotesTable.CreateAsync();
        using var program = table.Program(Note.OldExtensibleModel);
        var loaded = await LoadAsync(table);

        loaded.Id = "other";
        var moved = await Assert.ThrowsAsync<InvalidItemException>(() => program.SaveAsync(loaded));
        var borrowed = await Assert.ThrowsAsync<InvalidItemException>(() => program.SaveAsync(new Note.OldExtensible { Id = "third", More = loaded.More }));

        Assert.Equal(("extension-data-foreign", "extension-data-foreign"), (moved.Rule, borrowed.Rule));
        Assert.Single(await table.StoredAsync());
    }

    [Fact]
    public async Task S12_It_cannot_be_saved_to_another_table()
    {
        await using var table = await NotesTable.CreateAsync();
        await using var twin = await NotesTable.CreateAsync();
        using var program = twin.Program(Note.OldExtensibleModel);
        var loaded = await LoadAsync(table);

        var error = await Assert.ThrowsAsync<InvalidItemException>(() => program.SaveAsync(loaded));

        Assert.Equal("extension-data-foreign", error.Rule);
        Assert.Empty(await twin.StoredAsync());
    }

    [Fact]
    public async Task S12_It_cannot_be_saved_with_a_later_state_of_its_item()
    {
        await using var table = await NotesTable.CreateAsync();
        using var program = table.Program(Note.OldExtensibleModel);
        var early = await LoadAsync(table);
        await program.UpdateAsync<Note.OldExtensible>("n", note => { note.More!.Remove("Secret"); });
        var late = await program.LoadAsync<Note.OldExtensible>("n");

        late.More = early.More;
        var saved = await Assert.ThrowsAsync<InvalidItemException>(() => program.SaveAsync(late));
        var updated = await Assert.ThrowsAsync<InvalidItemException>(() => program.UpdateAsync<Note.OldExtensible>("n", note => { note.More = early.More; }));
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => program.SaveAsync(early));

        Assert.Equal(("extension-data-foreign", "extension-data-foreign"), (saved.Rule, updated.Rule));
        Assert.False((await table.SingleStoredAsync()).ContainsKey("Secret"));
    }

    [Fact]
    public async Task S12_Taking_it_off_a_loaded_instance_is_refused_rather_than_taken_for_a_removal()
    {
        await using var table = await NotesTable.CreateAsync();
        using var program = table.Program(Note.OldExtensibleModel);
        var loaded = await LoadAsync(table);

        loaded.More = null;
        var error = await Assert.ThrowsAsync<InvalidItemException>(() => program.SaveAsync(loaded));

        Assert.Equal("unknown-attributes-lost", error.Rule);
    }

    [Fact]
    public async Task S12_A_copy_of_a_record_carries_it_under_the_loaded_footer()
    {
        await using var table = await NotesTable.CreateAsync();
        await StoreAsync(table);
        var (client, recording) = RecordingDynamoDB.Over(table.Client);
        using var program = table.ContextOver(client, dynamo =>
        {
            dynamo.Settings.Registry = new EntityRegistry();
            dynamo.Settings.Registry.Add(new Records());
        });
        var loaded = await program.LoadAsync<Note.OldRecord>("n");

        await program.SaveAsync(loaded with { Text = "changed" });
        var updated = await program.UpdateAsync<Note.OldRecord>("n", note => note with { Text = note.Text + " twice" });

        Assert.Equal([typeof(GetItemRequest), typeof(UpdateItemRequest), typeof(GetItemRequest), typeof(UpdateItemRequest)], recording.Requests.Select(request => request.GetType()));
        Assert.Equal(2, updated.More!.Count);
        using var newProgram = table.Program(Note.NewModel);
        var note = await newProgram.LoadAsync<Note.New>("n");
        Assert.Equal(("changed twice", "s", "l"), (note.Text, note.Secret, note.Label));
    }

    [Fact]
    public async Task S12_It_is_neither_written_to_JSON_nor_bound_from_it()
    {
        await using var table = await NotesTable.CreateAsync();
        using var program = table.Program(Note.OldExtensibleModel);
        var loaded = await LoadAsync(table);

        var json = JsonSerializer.Serialize(loaded);
        var bound = JsonSerializer.Deserialize<Note.OldExtensible>("""{"Id":"n","Text":"from JSON","More":{"Names":["Label"],"Label":{"S":"forged"},"Count":1}}""")!;
        await program.SaveAsync(bound);

        Assert.Equal("""{"More":null,"Id":"n","Text":"t"}""", json);
        using var newProgram = table.Program(Note.NewModel);
        var note = await newProgram.LoadAsync<Note.New>("n");
        Assert.Equal(("from JSON", "s", "l"), (note.Text, note.Secret, note.Label));
    }

    [Fact]
    public void S12_Nobody_else_can_make_it()
        => Assert.Empty(typeof(ExtensionAttributes).GetConstructors());

    [Fact]
    public async Task S12_What_is_carried_is_never_written_with_another_protection_than_it_was_verified_with()
    {
        await using var table = await NotesTable.CreateAsync();
        using var program = table.Program(Note.OldExtensibleModel);
        var loaded = await LoadAsync(table);
        var before = ItemEncryptor.Describe(await table.SingleStoredAsync()).Legend;

        for (var i = 0; i < 3; i++)
        {
            loaded.Text += i;
            await program.SaveAsync(loaded);
        }

        Assert.Equal(before, ItemEncryptor.Describe(await table.SingleStoredAsync()).Legend);
    }

    private static async Task StoreAsync(TestTable table)
    {
        using var newProgram = table.Program(Note.NewModel);
        await newProgram.SaveAsync(new Note.New { Id = "n", Text = "t", Secret = "s", Label = "l" });
    }

    private static async Task<Note.OldExtensible> LoadAsync(TestTable table)
    {
        await StoreAsync(table);
        using var program = table.Program(Note.OldExtensibleModel);
        return await program.LoadAsync<Note.OldExtensible>("n");
    }

    private sealed class Both : EntityCatalogue
    {
        public override IReadOnlyList<EntityModel> Entities => [Note.OldExtensibleModel, Note.OldColoredModel];
    }

    private sealed class Records : EntityCatalogue
    {
        public override IReadOnlyList<EntityModel> Entities => [Note.OldRecordModel];
    }
}
