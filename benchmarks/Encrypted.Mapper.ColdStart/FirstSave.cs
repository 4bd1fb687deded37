using System.Diagnostics;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.ColdStart;

/// <summary>The process that was just started: it times its first save and its second.</summary>
internal static class FirstSave
{
    public static async Task RunAsync(Settings settings)
    {
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = settings.DynamoDB, AuthenticationRegion = "eu-west-1" });
        using var kms = new AmazonKeyManagementServiceClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonKeyManagementServiceConfig { ServiceURL = settings.Kms, AuthenticationRegion = "eu-west-1" });
        using var db = Context(settings, client, kms);
        if (settings.Start == Start.WarmBranchKey)
        {
            await db.WarmUpAsync();
        }

        var first = await TimeAsync(db, settings.Start, "first");
        var second = await TimeAsync(db, settings.Start, "second");
        Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first.Ticks} {second.Ticks}"));
    }

    private static async Task<TimeSpan> TimeAsync(IDynamoDBContext db, Start start, string id)
    {
        var started = Stopwatch.GetTimestamp();
        if (start == Start.Stock)
        {
            await db.SaveAsync(new PlainPatient { Id = id, Clinic = "North", Ssn = "078-05-1120" });
        }
        else
        {
            await db.SaveAsync(new Patient { Id = id, Clinic = "North", Ssn = "078-05-1120" });
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private static IDynamoDBContext Context(Settings settings, IAmazonDynamoDB client, IAmazonKeyManagementService kms)
    {
        if (settings.Start == Start.Stock)
        {
            return new DynamoDBContextBuilder()
                .WithDynamoDBClient(() => client)
                .ConfigureContext(context =>
                {
                    context.TableNamePrefix = settings.Prefix;
                    context.DisableFetchingTableMetadata = true;
                })
                .Build();
        }

        return EncryptedDynamoContext.Create(client, dynamo =>
        {
            dynamo.UseKmsClients(_ => new KmsClientSupplier(kms)).ConfigureContext(context => context.TableNamePrefix = settings.Prefix);
            if (settings.Start == Start.KmsKey)
            {
                dynamo.UseKmsKey(settings.KeyArn);
            }
            else
            {
                dynamo.UseKeyStore(Tables.KeyStore(settings.Prefix, settings.KeyArn), settings.BranchKeyId);
            }
        });
    }
}
