using System.Collections.Concurrent;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Testing.Kms;

namespace Encrypted.Mapper.Testing;

/// <summary>
/// A server that speaks the protocol of AWS KMS, on a port of 127.0.0.1, with keys of its own: for tests and for
/// development, not for data that matters. One server is every Region: the Region and the caller are those that a request
/// is signed for. Signatures are not verified, so any client with any credentials is let in, under the name of its access
/// key id. Thread-safe.
/// </summary>
public sealed class LocalKms : IAsyncDisposable
{
    private const string DefaultCaller = "local";
    private const string DefaultRegion = "eu-west-1";

    private readonly ConcurrentDictionary<(string Caller, string Region), AmazonKeyManagementServiceClient> _clients = new();
    private readonly KeyDirectory _keys;
    private readonly CallLog _log = new();
    private readonly KmsEndpoint _handler;
    private readonly KeyFile? _keyFile;
    private KmsHost? _host;
    private bool _disposed;

    private LocalKms(LocalKmsOptions options)
    {
        _keys = new KeyDirectory(options.AccountId, options.Time);
        if (options.KeyFile is { } path)
        {
            _keyFile = KeyFile.Open(path, _keys);
            _keys.Changed = _keyFile.Write;
        }

        Faults = new LocalKmsFaults(_keys);
        _handler = new KmsEndpoint(new KmsService(_keys, new KeyAccess(_keys, options.GrantPropagation)), Faults, _log, options.Time);
        Endpoint = new Uri("http://127.0.0.1");
    }

    /// <summary>The server's address, for a client's <c>ServiceURL</c>.</summary>
    public Uri Endpoint { get; private set; }

    /// <summary>What goes wrong on demand.</summary>
    public LocalKmsFaults Faults { get; }

    /// <summary>Every call so far, refused ones too, in the order of the answers. A copy: for counts of a long run, ask <see cref="CallCount"/>.</summary>
    public IReadOnlyList<LocalKmsCall> Calls => _log.Snapshot();

    /// <summary>Starts a server.</summary>
    /// <param name="options">How it runs; by default a free port, and keys for as long as the server lives.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The running server.</returns>
    public static async Task<LocalKms> StartAsync(LocalKmsOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new LocalKmsOptions();
        var kms = new LocalKms(options);
        try
        {
            await kms.ListenAsync(options.Port, cancellationToken).ConfigureAwait(false);
            return kms;
        }
        catch
        {
            await kms.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Creates a key, as CreateKey does, without a call that would count.</summary>
    /// <param name="spec">What the key is; by default symmetric.</param>
    /// <param name="region">The Region it is in.</param>
    /// <param name="multiRegion">Whether it is a multi-Region key, of which this one is the primary.</param>
    /// <param name="accountId">The account that owns it; by default that of the callers.</param>
    /// <returns>The key's ARN.</returns>
    public string CreateKey(LocalKmsKeySpec spec = LocalKmsKeySpec.Symmetric, string region = DefaultRegion, bool multiRegion = false, string? accountId = null)
        => _keys.Create(spec, region, multiRegion, description: "", accountId).ArnText;

    /// <summary>Creates a replica of a multi-Region key, which has its secret and its id.</summary>
    /// <param name="keyArn">The primary key's ARN.</param>
    /// <param name="region">The replica's Region.</param>
    /// <returns>The replica's ARN.</returns>
    public string ReplicateKey(string keyArn, string region)
        => Here(() => _keys.Replicate(_keys.FindByArn(keyArn), region, description: null).ArnText);

    /// <summary>Creates an alias in the key's Region.</summary>
    /// <param name="name">The alias, with <c>alias/</c> before it.</param>
    /// <param name="keyArn">The ARN of the key it stands for.</param>
    /// <returns>The alias's ARN.</returns>
    public string CreateAlias(string name, string keyArn) => Here(() =>
    {
        var key = _keys.FindByArn(keyArn);
        var alias = key.Arn with { Resource = name };
        _keys.Change(() => _keys.Aliases.Create(alias, key, _keys.Time.GetUtcNow()));
        return alias.ToString();
    });

    /// <summary>Enables a key that was disabled.</summary>
    /// <param name="keyArn">The key's ARN.</param>
    public void Enable(string keyArn) => Change(keyArn, key => key.SetEnabled(enabled: true));

    /// <summary>Disables a key: its use is refused with DisabledException.</summary>
    /// <param name="keyArn">The key's ARN.</param>
    public void Disable(string keyArn) => Change(keyArn, key => key.SetEnabled(enabled: false));

    /// <summary>Schedules a key's deletion: its use is refused with KMSInvalidStateException, and once the days have passed on the server's clock with NotFoundException.</summary>
    /// <param name="keyArn">The key's ARN.</param>
    /// <param name="days">The waiting period in days; by default 30.</param>
    public void ScheduleDeletion(string keyArn, int days = 30) => Change(keyArn, key => key.ScheduleDeletion(_keys.Time.GetUtcNow().AddDays(days)));

    /// <summary>Takes a scheduled deletion back. The key is then disabled.</summary>
    /// <param name="keyArn">The key's ARN.</param>
    public void CancelDeletion(string keyArn) => Change(keyArn, key => key.CancelDeletion());

    /// <summary>The public key of an RSA key, in PEM.</summary>
    /// <param name="keyArn">The key's ARN.</param>
    public string PublicKeyPem(string keyArn) => Here(() =>
    {
        var key = _keys.FindByArn(keyArn);
        if (key.Material.IsSymmetric)
        {
            throw new ArgumentException($"{keyArn} is a symmetric key.", nameof(keyArn));
        }

        using var rsa = key.Material.OpenRsa();
        return rsa.ExportSubjectPublicKeyInfoPem();
    });

    /// <summary>Closes a key to every caller but those that the policy then allows, and those with a grant. Until then everybody may do everything. It lasts as long as this object: a key file doesn't keep it.</summary>
    /// <param name="keyArn">The key's ARN.</param>
    /// <returns>The key's policy, which allows nobody anything; the same one each time.</returns>
    public LocalKmsKeyPolicy Restrict(string keyArn) => Here(() =>
    {
        var key = _keys.FindByArn(keyArn);
        _keys.Change(() => key.Policy ??= new LocalKmsKeyPolicy());
        return key.Policy!;
    });

    /// <summary>The number of calls so far, refused ones too.</summary>
    /// <param name="operation">Only those of one operation, such as <c>Decrypt</c>.</param>
    public int CallCount(string? operation = null) => _log.Count(operation);

    /// <summary>The ARNs of all keys, in every Region: those of a key file, and those created since.</summary>
    public IReadOnlyList<string> KeyArns => [.. _keys.Keys.OrderBy(key => key.Created).Select(key => key.ArnText)];

    /// <summary>Writes the calls so far as AWS CloudTrail records them: <c>{"Records": […]}</c>, with encryption contexts, without plaintext, keys and ciphertext.</summary>
    /// <param name="stream">The stream, which stays open.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public Task WriteCloudTrailAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new CloudTrailWriter(_keys.Account).WriteAsync(stream, _log.Snapshot(), cancellationToken);
    }

    /// <summary>Writes the calls so far to a file, as AWS CloudTrail records them.</summary>
    /// <param name="path">The file, which is replaced if it exists.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public async Task WriteCloudTrailAsync(string path, CancellationToken cancellationToken = default)
    {
        var stream = File.Create(path);
        await using (stream.ConfigureAwait(false))
        {
            await WriteCloudTrailAsync(stream, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Forgets the calls so far.</summary>
    public void ClearCalls() => _log.Clear();

    /// <summary>Makes a client of the AWS SDK that talks to this server, with the SDK's own retries. The caller disposes it.</summary>
    /// <param name="caller">The name that the calls are made under.</param>
    /// <param name="region">The Region that is called.</param>
    public IAmazonKeyManagementService CreateClient(string caller = DefaultCaller, string region = DefaultRegion) => NewClient(caller, region);

    /// <summary>Supplies clients of every Region that talk to this server. They are kept, and disposed with the server.</summary>
    /// <param name="caller">The name that the calls are made under.</param>
    public IKmsClientSupplier Clients(string caller = DefaultCaller) => new Supplier(this, caller);

    /// <summary>Stops answering, as if the server had been killed: connections are cut, new ones refused. Keys and log stay.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _host, null) is { } host)
        {
            await host.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Answers again after <see cref="StopAsync"/>, on the same port.</summary>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">Another program has taken the port.</exception>
    public async Task ResumeAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_host is null)
        {
            await ListenAsync(Endpoint.Port, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Stops the server and overwrites its keys.</summary>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await StopAsync().ConfigureAwait(false);

        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        _keyFile?.Dispose();
        _keys.Dispose();
    }

    // What is wrong in a call from a test is an argument, not an answer of the service.
    private static T Here<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (KmsServiceException refusal)
        {
            throw new ArgumentException($"{refusal.Code}: {refusal.Message}", refusal);
        }
    }

    private void Change(string keyArn, Action<KmsKey> change) => Here(() =>
    {
        var key = _keys.FindByArn(keyArn);
        _keys.Change(() => change(key));
        return key;
    });

    private async Task ListenAsync(int port, CancellationToken cancellationToken)
    {
        _host = await KmsHost.StartAsync(port, _handler, cancellationToken).ConfigureAwait(false);
        Endpoint = _host.Endpoint;
    }

    private AmazonKeyManagementServiceClient NewClient(string caller, string region)
    {
        ArgumentException.ThrowIfNullOrEmpty(caller);
        var config = new AmazonKeyManagementServiceConfig { ServiceURL = Endpoint.ToString(), AuthenticationRegion = region.Length == 0 ? DefaultRegion : region };
        return new AmazonKeyManagementServiceClient(new BasicAWSCredentials(caller, "not-verified"), config);
    }

    private sealed class Supplier(LocalKms kms, string caller) : IKmsClientSupplier
    {
        public IAmazonKeyManagementService GetClient(string region)
            => kms._clients.GetOrAdd((caller, region), static (who, kms) => kms.NewClient(who.Caller, who.Region), kms);
    }
}
