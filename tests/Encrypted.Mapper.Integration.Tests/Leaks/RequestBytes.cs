using System.Text;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Integration.Tests.Leaks;

/// <summary>All text and bytes of a request, found by walking its properties.</summary>
internal static class RequestBytes
{
    public static IEnumerable<byte[]> Of(object? part)
    {
        switch (part)
        {
            case null:
                break;
            case string text:
                yield return Encoding.UTF8.GetBytes(text);
                break;
            case MemoryStream stream:
                yield return stream.ToArray();
                break;
            case System.Collections.IDictionary map:
                foreach (System.Collections.DictionaryEntry entry in map)
                {
                    foreach (var bytes in Of(entry.Key).Concat(Of(entry.Value)))
                    {
                        yield return bytes;
                    }
                }

                break;
            case System.Collections.IEnumerable list:
                foreach (var bytes in list.Cast<object>().SelectMany(Of))
                {
                    yield return bytes;
                }

                break;
            case Amazon.Runtime.AmazonWebServiceRequest or AttributeValue or WriteRequest or PutRequest or DeleteRequest or KeysAndAttributes:
                foreach (var bytes in part.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0).SelectMany(property => Of(property.GetValue(part))))
                {
                    yield return bytes;
                }

                break;
        }
    }
}
