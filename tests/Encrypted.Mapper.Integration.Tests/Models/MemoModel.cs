using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Integration.Tests.Models;

internal sealed class MemoModel() : TextModel<Memo>("Memos", "Id",
    [
        new("Id", "Id", CryptoAction.SignOnly),
        new("Text", "Text", CryptoAction.EncryptAndSign),
        new("Topic", "Topic", CryptoAction.SignOnly),
        new("Color", "Color", CryptoAction.DoNothing),
    ])
{
    public static MemoModel Instance { get; } = new();
}
