using Encrypted.Mapper.Integration.Entities;
using Encrypted.Mapper.Integration.Tests.Support;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Integration.Tests.Saving;

/// <summary>Generated models with extension data: a record with a private init-only property, and a struct.</summary>
public sealed class GeneratedExtensionTests
{
    [Fact]
    public async Task A_generated_record_carries_what_it_does_not_map_through_saves_and_updates()
    {
        await using var table = await TestTable.CreateAsync(Model<Letter>());
        using var context = table.Context();
        await context.SaveAsync(new ForwardedLetter { Id = "l", Text = "Dear", Stamp = "red", Address = "Main Street 1", Weight = 20 });

        var letter = await context.LoadAsync<Letter>("l");
        await table.SetUnsignedAsync("Stamp", "blue");
        await context.SaveAsync(letter with { Text = "Dear Ada" });
        var updated = await context.UpdateAsync<Letter>("l", stored => stored with { Text = stored.Text + "," });

        var forwarded = await context.LoadAsync<ForwardedLetter>("l");
        Assert.Equal(["Address", "Weight"], updated.Others!.Names.Order(StringComparer.Ordinal));
        Assert.Equal(("Dear Ada,", "blue", "Main Street 1", 20), (forwarded.Text, forwarded.Stamp, forwarded.Address, forwarded.Weight));
    }

    [Fact]
    public async Task A_generated_struct_carries_what_it_does_not_map()
    {
        await using var table = await TestTable.CreateAsync(Model<Parcel>());
        using var context = table.Context();
        await context.SaveAsync(new ForwardedLetter { Id = "l", Text = "Dear", Address = "Main Street 1", Weight = 20 });

        var parcel = await context.LoadAsync<Parcel>("l");
        parcel.Text = "changed";
        await context.SaveAsync(parcel);
        await context.UpdateAsync<Parcel>("l", stored => stored with { Text = stored.Text + " twice" });

        var forwarded = await context.LoadAsync<ForwardedLetter>("l");
        Assert.Equal(("changed twice", "Main Street 1", 20), (forwarded.Text, forwarded.Address, forwarded.Weight));
    }

    [Fact]
    public async Task S12_Extension_data_of_one_type_cannot_be_saved_with_another_type()
    {
        await using var table = await TestTable.CreateAsync(Model<Letter>());
        using var context = table.Context();
        await context.SaveAsync(new ForwardedLetter { Id = "l", Text = "Dear", Address = "Main Street 1" });
        var letter = await context.LoadAsync<Letter>("l");

        var error = await Assert.ThrowsAsync<InvalidItemException>(() => context.SaveAsync(new Parcel { Id = "l", Others = letter.Others }));

        Assert.Equal("extension-data-foreign", error.Rule);
    }

    [Fact]
    public async Task S12_A_name_that_another_class_of_the_table_encrypts_cannot_be_added_in_clear()
    {
        await using var table = await TestTable.CreateAsync(Model<Letter>());
        using var context = table.Context();
        await context.SaveAsync(new ForwardedLetter { Id = "l", Text = "Dear", Weight = 20 });
        var letter = await context.LoadAsync<Letter>("l");

        var error = Assert.Throws<InvalidItemException>(() => letter.Others!.AddSignedOnly("Address", new() { S = "Main Street 1" }));
        letter.Others!.Add("Address", new() { S = "Main Street 1" });
        await context.SaveAsync(letter);

        Assert.Equal("extension-name", error.Rule);
        Assert.Equal("Main Street 1", (await context.LoadAsync<ForwardedLetter>("l")).Address);
    }

    [Fact]
    public async Task An_instance_cannot_be_saved_as_its_base_which_would_lose_what_only_its_own_type_maps()
    {
        await using var table = await TestTable.CreateAsync(Model<Letter>());
        using var context = table.Context();
        await context.SaveAsync(new RegisteredLetter { Id = "l", Text = "Dear", Receipt = "R 1" });
        var letter = await context.LoadAsync<RegisteredLetter>("l");

        var error = await Assert.ThrowsAsync<InvalidItemException>(() => context.SaveAsync<ForwardedLetter>(letter));

        Assert.Equal("entity-type-differs", error.Rule);
        Assert.Equal("R 1", (await context.LoadAsync<RegisteredLetter>("l")).Receipt);
    }

    private static EntityModel Model<T>()
    {
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(typeof(T).Module.ModuleHandle);
        return EntityRegistry.Shared.Models.Single(model => model.EntityType == typeof(T));
    }
}
