using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Integration.Tests.Models;

/// <summary>One table's entity in several versions of a program: what the older ones don't map, and how they deal with it.</summary>
internal static class Note
{
    private static readonly AttributeModel s_id = new("Id", "Id", CryptoAction.SignOnly);
    private static readonly AttributeModel s_text = new("Text", "Text", CryptoAction.EncryptAndSign);
    private static readonly AttributeModel s_color = new("Color", "Color", CryptoAction.DoNothing);
    private static readonly AttributeModel s_secret = new("Secret", "Secret", CryptoAction.EncryptAndSign);
    private static readonly AttributeModel s_label = new("Label", "Label", CryptoAction.SignOnly);

    public static EntityModel OldModel { get; } = new TextModel<Old>("Notes", "Id", [s_id, s_text]);

    public static EntityModel OldExtensibleModel { get; } = new TextModel<OldExtensible>("Notes", "Id", [s_id, s_text]);

    public static EntityModel OldRecordModel { get; } = new TextModel<OldRecord>("Notes", "Id", [s_id, s_text]);

    public static EntityModel OldStructModel { get; } = new TextModel<OldStruct>("Notes", "Id", [s_id, s_text]);

    public static EntityModel NewModel { get; } = new TextModel<New>("Notes", "Id", [s_id, s_text, s_secret, s_label]);

    public static EntityModel OldColoredModel { get; } = new TextModel<OldColored>("Notes", "Id", [s_id, s_text, s_color]);

    public static EntityModel OldColoredExtensibleModel { get; } = new TextModel<OldColoredExtensible>("Notes", "Id", [s_id, s_text, s_color]);

    public static EntityModel NewColoredModel { get; } = new TextModel<NewColored>("Notes", "Id", [s_id, s_text, s_color, s_secret, s_label]);

    internal class Old
    {
        public string? Id { get; set; }

        public string? Text { get; set; }
    }

    internal class OldColored : Old
    {
        public string? Color { get; set; }
    }

    internal sealed class OldExtensible : Old
    {
        public ExtensionAttributes? More { get; set; }
    }

    internal sealed class OldColoredExtensible : OldColored
    {
        public ExtensionAttributes? More { get; set; }
    }

    internal sealed record OldRecord
    {
        public string? Id { get; set; }

        public string? Text { get; set; }

        public ExtensionAttributes? More { get; set; }
    }

    internal struct OldStruct
    {
        public string? Id { get; set; }

        public string? Text { get; set; }
    }

    internal sealed class New : Old
    {
        /// <summary>Encrypted.</summary>
        public string? Secret { get; set; }

        /// <summary>Signed.</summary>
        public string? Label { get; set; }
    }

    internal sealed class NewColored : OldColored
    {
        /// <summary>Encrypted.</summary>
        public string? Secret { get; set; }

        /// <summary>Signed.</summary>
        public string? Label { get; set; }
    }
}
