using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Integration.Tests.Saving;

/// <summary>A new version of a program adds attributes while the old one still saves: they are refused or carried, never lost silently.</summary>
public sealed class RollingReleaseTests
{
    [Fact]
    public async Task Without_extension_data_an_old_program_is_refused_to_save_what_it_loaded_of_a_new_one()
    {
        await using var table = await NotesTable.CreateAsync();
        using var newProgram = table.Program(Note.NewModel);
        using var oldProgram = table.Program(Note.OldModel);
        await newProgram.SaveAsync(new Note.New { Id = "n", Text = "old", Secret = "s", Label = "l" });

        var loaded = await oldProgram.LoadAsync<Note.Old>("n");
        loaded.Text = "changed";
        var error = await Assert.ThrowsAsync<InvalidItemException>(() => oldProgram.SaveAsync(loaded));

        loaded.Id = "moved";
        var moved = await Assert.ThrowsAsync<InvalidItemException>(() => oldProgram.SaveAsync(loaded));

        Assert.Equal(("unknown-attributes-lost", table.Name), (error.Rule, error.TableName));
        Assert.Equal("unknown-attributes-lost", moved.Rule);
        Assert.DoesNotContain("Secret", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", (await newProgram.LoadAsync<Note.New>("n")).Text);
    }

    [Fact]
    public async Task Without_extension_data_an_old_program_with_unsigned_members_is_refused_too()
    {
        await using var table = await NotesTable.CreateAsync();
        using var newProgram = table.Program(Note.NewColoredModel);
        using var oldProgram = table.Program(Note.OldColoredModel);
        await newProgram.SaveAsync(new Note.NewColored { Id = "n", Text = "old", Color = "red", Secret = "s" });

        var loaded = await oldProgram.LoadAsync<Note.OldColored>("n");
        var error = await Assert.ThrowsAsync<InvalidItemException>(() => oldProgram.SaveAsync(loaded));

        Assert.Equal("unknown-attributes-lost", error.Rule);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_loss_can_be_allowed_for_a_save_and_for_a_context(bool perSave)
    {
        await using var table = await NotesTable.CreateAsync();
        using var newProgram = table.Program(Note.NewModel);
        using var oldProgram = table.Program(Note.OldModel, dynamo => dynamo.UseUnknownAttributePolicy(perSave ? UnknownAttributePolicy.Refuse : UnknownAttributePolicy.Drop));
        await newProgram.SaveAsync(new Note.New { Id = "n", Text = "old", Secret = "s" });

        var loaded = await oldProgram.LoadAsync<Note.Old>("n");
        await oldProgram.SaveAsync(loaded, perSave ? new EncryptedSaveConfig { UnknownAttributes = UnknownAttributePolicy.Drop } : null!);
        await oldProgram.SaveAsync(loaded);

        Assert.Null((await newProgram.LoadAsync<Note.New>("n")).Secret);
    }

    [Fact]
    public async Task With_extension_data_an_old_program_carries_what_it_does_not_map_in_its_own_protection()
    {
        await using var table = await NotesTable.CreateAsync();
        using var newProgram = table.Program(Note.NewModel);
        using var oldProgram = table.Program(Note.OldExtensibleModel);
        await newProgram.SaveAsync(new Note.New { Id = "n", Text = "old", Secret = "s", Label = "l" });
        var before = await table.SingleStoredAsync();

        var loaded = await oldProgram.LoadAsync<Note.OldExtensible>("n");
        loaded.Text = "changed";
        await oldProgram.SaveAsync(loaded);
        loaded.Text = "changed again";
        await oldProgram.SaveAsync(loaded);

        var after = await table.SingleStoredAsync();
        var note = await newProgram.LoadAsync<Note.New>("n");
        Assert.Equal(("changed again", "s", "l"), (note.Text, note.Secret, note.Label));
        Assert.Equal(ItemEncryptor.Describe(before).Legend, ItemEncryptor.Describe(after).Legend);
        Assert.Equal("l", after["Label"].S);
        Assert.NotNull(after["Secret"].B);
    }

    [Fact]
    public async Task With_extension_data_and_unsigned_members_everything_is_carried()
    {
        await using var table = await NotesTable.CreateAsync();
        using var newProgram = table.Program(Note.NewColoredModel);
        using var oldProgram = table.Program(Note.OldColoredExtensibleModel);
        await newProgram.SaveAsync(new Note.NewColored { Id = "n", Text = "old", Color = "red", Secret = "s", Label = "l" });

        var loaded = await oldProgram.LoadAsync<Note.OldColoredExtensible>("n");
        await table.SetUnsignedAsync("Color", "blue");
        loaded.Text = "changed";
        await oldProgram.SaveAsync(loaded);

        var note = await newProgram.LoadAsync<Note.NewColored>("n");
        Assert.Equal(("changed", "blue", "s", "l"), (note.Text, note.Color, note.Secret, note.Label));
    }

    [Fact]
    public async Task An_instance_that_was_not_loaded_takes_over_what_a_newer_program_stored()
    {
        await using var table = await NotesTable.CreateAsync();
        using var newProgram = table.Program(Note.NewColoredModel);
        using var oldProgram = table.Program(Note.OldColoredModel);
        await newProgram.SaveAsync(new Note.NewColored { Id = "n", Text = "old", Color = "red", Secret = "s", Label = "l" });
        var replacement = new Note.OldColored { Id = "n", Text = "new" };

        await oldProgram.SaveAsync(replacement);
        replacement.Text = "newer";
        await oldProgram.SaveAsync(replacement);

        var note = await newProgram.LoadAsync<Note.NewColored>("n");
        Assert.Equal(("newer", null, "s", "l"), (note.Text, note.Color, note.Secret, note.Label));
    }

    [Fact]
    public async Task Updates_of_an_old_program_carry_what_it_does_not_map_with_and_without_extension_data()
    {
        await using var table = await NotesTable.CreateAsync();
        using var newProgram = table.Program(Note.NewModel);
        using var oldProgram = table.Program(Note.OldModel);
        using var extensibleProgram = table.Program(Note.OldExtensibleModel);
        await newProgram.SaveAsync(new Note.New { Id = "n", Text = "1", Secret = "s", Label = "l" });

        var updated = await oldProgram.UpdateAsync<Note.Old>("n", note => note.Text += "2");
        await extensibleProgram.UpdateAsync<Note.OldExtensible>("n", note => note.Text += "3");
        await Assert.ThrowsAsync<InvalidItemException>(() => oldProgram.SaveAsync(updated));

        var note = await newProgram.LoadAsync<Note.New>("n");
        Assert.Equal(("123", "s", "l"), (note.Text, note.Secret, note.Label));
    }

    [Fact]
    public async Task Old_and_new_programs_that_update_at_once_lose_nothing()
    {
        await using var table = await NotesTable.CreateAsync();
        using var newProgram = table.Program(Note.NewModel);
        using var oldProgram = table.Program(Note.OldExtensibleModel);
        await newProgram.SaveAsync(new Note.New { Id = "n", Text = "", Secret = "" });

        await Task.WhenAll(
            Task.WhenAll(Enumerable.Range(0, 6).Select(_ => newProgram.UpdateAsync<Note.New>("n", note => note.Secret += "s"))),
            Task.WhenAll(Enumerable.Range(0, 6).Select(_ => oldProgram.UpdateAsync<Note.OldExtensible>("n", note => note.Text += "t"))));

        var note = await newProgram.LoadAsync<Note.New>("n");
        Assert.Equal(("tttttt", "ssssss"), (note.Text, note.Secret));
    }

    [Fact]
    public async Task A_struct_is_refused_when_it_is_loaded_unless_the_loss_is_allowed()
    {
        await using var table = await NotesTable.CreateAsync();
        using var newProgram = table.Program(Note.NewModel);
        using var oldProgram = table.Program(Note.OldStructModel);
        using var careless = table.Program(Note.OldStructModel, dynamo => dynamo.UseUnknownAttributePolicy(UnknownAttributePolicy.Drop));
        await newProgram.SaveAsync(new Note.New { Id = "n", Text = "t", Secret = "s" });

        var error = await Assert.ThrowsAsync<InvalidItemException>(() => oldProgram.LoadAsync<Note.OldStruct>("n"));

        Assert.Equal("unknown-attributes-in-struct", error.Rule);
        Assert.Equal("t", (await careless.LoadAsync<Note.OldStruct>("n")).Text);
    }

    [Fact]
    public async Task What_a_query_returned_is_refused_as_what_was_loaded()
    {
        await using var table = await NotesTable.CreateAsync();
        using var newProgram = table.Program(Note.NewModel);
        using var oldProgram = table.Program(Note.OldModel);
        await newProgram.SaveAsync(new Note.New { Id = "n", Text = "t", Secret = "s" });
        await newProgram.SaveAsync(new Note.New { Id = "without", Text = "t" });

        var rows = await oldProgram.ScanAsync<Note.Old>([]).GetRemainingAsync();

        await Assert.ThrowsAsync<InvalidItemException>(() => oldProgram.SaveAsync(rows.Single(row => row.Id == "n")));
        await oldProgram.SaveAsync(rows.Single(row => row.Id == "without"));
    }

    [Fact]
    public async Task An_attribute_of_the_encryption_context_stays_in_it()
    {
        await using var table = await NotesTable.CreateAsync();
        var tenantModel = new TextModel<Note.New>("Notes", "Id",
        [
            new("Id", "Id", CryptoAction.SignAndIncludeInEncryptionContext),
            new("Text", "Text", CryptoAction.EncryptAndSign),
            new("Label", "Label", CryptoAction.SignAndIncludeInEncryptionContext),
        ]);
        using var newProgram = table.Program(tenantModel);
        using var oldProgram = table.Program(Note.OldExtensibleModel);
        await newProgram.SaveAsync(new Note.New { Id = "n", Text = "t", Label = "tenant" });
        var before = ItemEncryptor.Describe(await table.SingleStoredAsync());

        await oldProgram.UpdateAsync<Note.OldExtensible>("n", note => { note.Text = "changed"; });

        var after = ItemEncryptor.Describe(await table.SingleStoredAsync());
        Assert.Equal((2, 2), (before.HeaderVersion, after.HeaderVersion));
        Assert.Equal(before.Legend, after.Legend);
        Assert.Equal(("changed", "tenant"), ((await newProgram.LoadAsync<Note.New>("n")).Text, (await newProgram.LoadAsync<Note.New>("n")).Label));
    }
}
