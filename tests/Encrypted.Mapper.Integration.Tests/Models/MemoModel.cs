using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Integration.Tests.Models;

internal sealed class MemoModel() : TextModel<Memo>("Memos", "Id",
    [
        new("Id", "Id", AttributeAction.SignOnly),
        new("Text", "Text", AttributeAction.EncryptAndSign),
        new("Topic", "Topic", AttributeAction.SignOnly),
        new("Color", "Color", AttributeAction.DoNothing),
    ])
{
    public static MemoModel Instance { get; } = new();
}
