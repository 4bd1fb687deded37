using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Context;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper;

/// <summary>
/// Configures an <see cref="EncryptedDynamoContext"/>. At least one key must be named; with several an item is
/// protected for each of them: the first makes its data key, and each of them alone can read it.</summary>
public sealed partial class EncryptedDynamoBuilder
{
    private readonly KeySelection _keys = new();
    private Func<IServiceProvider, IAmazonDynamoDB>? _client;

    internal EncryptedDynamoBuilder()
    {
    }

    internal ContextSettings Settings { get; } = new();

    /// <summary>Protects items with an AES-256 key in a file, which is created with owner-only rights when it doesn't exist. For development: whoever reads the file reads the data, and no other key may be named beside it.</summary>
    /// <param name="path">The file's path.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder UseLocalKey(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _keys.AddLocal(path);
        return this;
    }

    /// <summary>Protects items with a raw AES key.</summary>
    /// <param name="keyNamespace">The key's namespace, which items name it by.</param>
    /// <param name="keyName">The key's name within the namespace.</param>
    /// <param name="key">The key, 16, 24 or 32 bytes. It is copied at once and may be overwritten afterwards.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ModelConfigurationException">A name or the key's length isn't allowed.</exception>
    public EncryptedDynamoBuilder UseRawAesKey(string keyNamespace, string keyName, ReadOnlyMemory<byte> key)
    {
        // What can't be a key is refused here, before it is kept.
        new RawAesKeyring(keyNamespace, keyName, key.Span).Dispose();
        _keys.AddOwned(new KeptSecret(key.Span), kept =>
        {
            using var bytes = kept.Use();
            return new RawAesKeyring(keyNamespace, keyName, bytes.Span);
        });
        return this;
    }

    /// <summary>Protects items with a raw RSA key. With only one of its halves the context can only write or only read.</summary>
    /// <param name="keyNamespace">The key's namespace, which items name it by.</param>
    /// <param name="keyName">The key's name within the namespace.</param>
    /// <param name="padding">The padding.</param>
    /// <param name="publicKeyPem">The public key, for writing; empty to read only.</param>
    /// <param name="privateKeyPem">The private key, for reading; empty to write only. It is copied at once and may be overwritten afterwards.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ModelConfigurationException">A name isn't allowed, or there is no usable key.</exception>
    public EncryptedDynamoBuilder UseRawRsaKey(string keyNamespace, string keyName, RawRsaPadding padding, ReadOnlyMemory<char> publicKeyPem, ReadOnlyMemory<char> privateKeyPem)
    {
        new RawRsaKeyring(keyNamespace, keyName, padding, publicKeyPem.Span, privateKeyPem.Span).Dispose();
        var publicKey = publicKeyPem.ToString();
        _keys.AddOwned(new KeptSecret(MemoryMarshal.AsBytes(privateKeyPem.Span)), kept =>
        {
            using var privateKey = kept.Use();
            return new RawRsaKeyring(keyNamespace, keyName, padding, publicKey, MemoryMarshal.Cast<byte, char>(privateKey.Span));
        });
        return this;
    }

    /// <summary>Protects items with a keyring, which stays the caller's to dispose.</summary>
    /// <param name="keyring">The keyring.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder UseKeyring(IKeyring keyring)
    {
        ArgumentNullException.ThrowIfNull(keyring);
        _keys.Add(_ => keyring);
        return this;
    }

    /// <summary>Protects items with a keyring that the service container provides or that is made from its services. The context doesn't dispose it.</summary>
    /// <param name="keyring">Makes the keyring, once for each context.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder UseKeyring(Func<IServiceProvider, IKeyring> keyring)
    {
        ArgumentNullException.ThrowIfNull(keyring);
        _keys.Add(services => keyring(services.Services));
        return this;
    }

    /// <summary>The client that requests are sent with. By default it is the container's <see cref="IAmazonDynamoDB"/>. Only with <c>AddEncryptedDynamo</c>. The context doesn't dispose it.</summary>
    /// <param name="client">Provides the client. It must not encrypt by itself.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder UseClient(Func<IServiceProvider, IAmazonDynamoDB> client)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        return this;
    }

    /// <summary>Sets what the stock context has too: table name prefix, conversion, empty strings, consistent reads, version checks.</summary>
    /// <param name="configure">Changes the settings. <c>DisableFetchingTableMetadata</c> is always on: keys and indexes come from the models.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder ConfigureContext(Action<DynamoDBContextConfig> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(Settings.Config);
        return this;
    }

    /// <summary>Makes the encrypted entities of the assembly that declares <typeparamref name="T"/> known, with those of the assemblies it references. Not needed for the application's own assembly.</summary>
    /// <typeparam name="T">Any type of the assembly.</typeparam>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder AddEntitiesFrom<T>()
    {
        RuntimeHelpers.RunModuleConstructor(typeof(T).Module.ModuleHandle);
        return this;
    }

    /// <summary>Switches the stock context off: types without protection attributes are refused, and with it go its reflection over types and its needs at trimming.</summary>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder EncryptedOnly()
    {
        Settings.EncryptedOnly = true;
        return this;
    }

    /// <summary>Refuses every type without protection attributes.</summary>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder RequireProtection()
    {
        Settings.RequireProtection = true;
        return this;
    }

    /// <summary>The algorithm suite that items are written with. Items of both suites are read.</summary>
    /// <param name="suite">The suite; by default <see cref="AlgorithmSuite.EcdsaP384SymSigHmacSha384"/>.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder UseAlgorithmSuite(AlgorithmSuite suite)
    {
        Settings.AlgorithmSuite = suite;
        return this;
    }

    /// <summary>Whether an ECDSA key pair may sign several items (suite 67 01): at most 1,000 within 5 minutes, those of one branch key alone. The default; ADR-0003 says why.</summary>
    /// <param name="reuse">False gives every item a pair of its own, as other editions do; a write then takes several times as long.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder ReuseSigningKey(bool reuse)
    {
        Settings.ReuseSigningKey = reuse;
        return this;
    }

    /// <summary>Declares a table as a restore or copy of another one: its items are bound to the other table's name.</summary>
    /// <param name="physicalTableName">The restored table's name or ARN, prefix included.</param>
    /// <param name="logicalTableName">The name that its items were written under.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ModelConfigurationException">The table was declared with another logical name.</exception>
    public EncryptedDynamoBuilder LogicalTableName(string physicalTableName, string logicalTableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(physicalTableName);
        ArgumentException.ThrowIfNullOrEmpty(logicalTableName);
        if (!Settings.LogicalTableNames.TryAdd(physicalTableName, logicalTableName) && Settings.LogicalTableNames[physicalTableName] != logicalTableName)
        {
            throw ContextErrors.LogicalNameTwice(physicalTableName);
        }

        return this;
    }

    /// <summary>Decides what becomes of a page with a row that can't be verified. Without a handler the page fails.</summary>
    /// <param name="handler">Gets table, index and rule, never the row. A key that can't be reached is not its business: that always fails.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder OnUnverifiableRow(Func<UnverifiableRow, UnverifiableRowAction> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Settings.OnUnverifiableRow = handler;
        return this;
    }

    /// <summary>How entities with unprotected properties or extension data are saved, unless an <see cref="EncryptedSaveConfig"/> says otherwise.</summary>
    /// <param name="mode">The mode; by default <see cref="SaveMode.Preserve"/>.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder UseSaveMode(SaveMode mode)
    {
        Settings.SaveMode = Enum.IsDefined(mode) ? mode : throw new ArgumentOutOfRangeException(nameof(mode));
        return this;
    }

    /// <summary>Whether saves may lose attributes that an instance was loaded without, unless an <see cref="EncryptedSaveConfig"/> says otherwise.</summary>
    /// <param name="policy">The policy; by default <see cref="UnknownAttributePolicy.Refuse"/>.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder UseUnknownAttributePolicy(UnknownAttributePolicy policy)
    {
        Settings.UnknownAttributes = Enum.IsDefined(policy) ? policy : throw new ArgumentOutOfRangeException(nameof(policy));
        return this;
    }

    /// <summary>How often <c>UpdateAsync</c> reads, changes and writes an item before it gives up, unless an <see cref="UpdateConfig"/> says otherwise.</summary>
    /// <param name="attempts">At least 1; by default 20.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder MaxUpdateAttempts(int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        Settings.MaxUpdateAttempts = attempts;
        return this;
    }

    /// <summary>Checks what can be checked before the first context is made.</summary>
    internal void Check() => _keys.Check();

    internal EncryptedDynamoContext Build(IServiceProvider services)
        => Build(
            _client is null ? services.GetRequiredService<IAmazonDynamoDB>() : _client(services),
            services.GetService<ILoggerFactory>(),
            services);

    /// <summary>Without a service container: the builder's only context.</summary>
    internal static EncryptedDynamoContext Build(IAmazonDynamoDB client, Action<EncryptedDynamoBuilder> configure, ILoggerFactory? loggers)
    {
        var builder = new EncryptedDynamoBuilder();
        try
        {
            configure(builder);
            return builder._client is null ? builder.Build(client, loggers, NoServices.Instance) : throw ContextErrors.ClientTwice();
        }
        finally
        {
            builder._keys.Forget();
        }
    }

    private EncryptedDynamoContext Build(IAmazonDynamoDB client, ILoggerFactory? loggers, IServiceProvider services)
    {
        Settings.Config.DisableFetchingTableMetadata = true;
        var keys = _keys.Open(services, client, loggers);
        try
        {
            return new EncryptedDynamoContext(client, keys, Settings, loggers);
        }
        catch
        {
            keys.Dispose();
            throw;
        }
    }

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
