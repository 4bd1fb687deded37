using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Xunit;

namespace Encrypted.Mapper.Tests.Tampering;

/// <summary>Measures what a decryption allocates. With a local key it runs on the calling thread from start to end.</summary>
internal static class Allocation
{
    /// <summary>Asserts that the item is refused, and that this costs little memory.</summary>
    public static void AssertRefusedCheaply(ItemEncryptor encryptor, Dictionary<string, AttributeValue> item, long limit = 1 << 20)
    {
        // The first failure loads what exceptions need.
        AssertRefused(encryptor, item);
        var before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused(encryptor, item);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < limit, $"{allocated} bytes were allocated");
    }

    private static void AssertRefused(ItemEncryptor encryptor, Dictionary<string, AttributeValue> item)
    {
        var decryption = encryptor.DecryptAsync(item).AsTask();
        Assert.True(decryption.IsFaulted, "the item was not refused at once");
        var error = Assert.IsType<ItemVerificationException>(decryption.Exception!.InnerException);
        Assert.DoesNotContain("pK7", error.ToString());
    }
}
