using System.Collections.Concurrent;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Model;
using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.Context;

/// <summary>The tables that hold encrypted entities, as this context's settings name them.</summary>
internal sealed class ProtectedTables(ContextSettings settings, OpenedKeys keys, ILogger logger) : IDisposable
{
    private readonly ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);
    private readonly LogicalTableNames _logicalNames = new(settings.LogicalTableNames);
    private readonly ConcurrentBag<ItemEncryptor> _encryptors = [];
    private Generation _current = new(-1);

    /// <summary>The table of an entity under an operation's override and prefix; <see langword="null"/> leaves the context's own.</summary>
    public EntityTable Get(EntityModel model, string? overrideName, string? prefix)
    {
        var generation = Current();
        if (string.IsNullOrEmpty(overrideName) && prefix is null)
        {
            return generation.Defaults.TryGetValue(model, out var table)
                ? table
                : generation.Defaults.GetOrAdd(model, Create(model, ResolvedName(StockTableNames.Alias(model.TableName), null, null)));
        }

        var name = ResolvedName(StockTableNames.Alias(model.TableName), overrideName, prefix);
        return generation.Others.TryGetValue((model, name), out var other)
            ? other
            : generation.Others.GetOrAdd((model, name), Create(model, name));
    }

    /// <summary>The name that a request gives, by the rules of the stock context: the prefix stands before an override, too.</summary>
    public string ResolvedName(string annotatedName, string? overrideName, string? prefix)
        => (prefix ?? settings.Config.TableNamePrefix) + (string.IsNullOrEmpty(overrideName) ? annotatedName : overrideName);

    /// <summary>
    /// Whether a table holds encrypted entities: by its name under the context's prefix, by its name without one
    /// (any prefix may be given with an operation), because it was declared a restore of such a table, or because an
    /// encrypted entity was already sent there.
    /// </summary>
    public bool IsProtected(string name)
    {
        var reduced = TableName.Reduce(name);
        if (_used.ContainsKey(reduced) || _logicalNames.Declares(reduced))
        {
            return true;
        }

        foreach (var model in settings.Registry.Models)
        {
            var annotated = StockTableNames.Alias(model.TableName);
            if (string.Equals(reduced, TableName.Reduce(annotated), StringComparison.Ordinal)
                || string.Equals(reduced, TableName.Reduce(ResolvedName(annotated, null, null)), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Builds every catalogued entity's table, so that a mistake in any model shows at start and not at its first use.</summary>
    public void Validate()
    {
        foreach (var model in settings.Registry.Models)
        {
            Get(model, null, null);
        }
    }

    public void Dispose()
    {
        foreach (var encryptor in _encryptors)
        {
            encryptor.ReleaseSigningKeys();
        }
    }

    private EntityTable Create(EntityModel model, string name)
    {
        var group = Group(model, name);
        TableModels.Check(name, group);
        var attributes = new TableAttributes(model, group);
        var encryptor = new ItemEncryptor(
            new ItemEncryptorConfiguration
            {
                LogicalTableName = _logicalNames.For(name),
                PartitionKey = model.PartitionKey,
                SortKey = model.SortKey,
                Actions = attributes.Actions,
                UnsignedAttributes = attributes.Unsigned,
                AlgorithmSuite = settings.AlgorithmSuite,
                ReuseSigningKey = settings.ReuseSigningKey,
            },
            keys.KeyringOf(name, model.BranchKeyAttribute));
        _encryptors.Add(encryptor);
        _used[TableName.Reduce(name)] = true;
        return new EntityTable(model, name, attributes, encryptor, settings.UnknownAttributes, logger);
    }

    /// <summary>The entities that share the table: those annotated with the same name, and those whose own name is this physical one.</summary>
    private List<EntityModel> Group(EntityModel model, string name)
    {
        var group = new List<EntityModel> { model };
        foreach (var other in settings.Registry.Models)
        {
            if (!ReferenceEquals(other, model)
                && (string.Equals(other.TableName, model.TableName, StringComparison.Ordinal)
                    || string.Equals(ResolvedName(StockTableNames.Alias(other.TableName), null, null), name, StringComparison.Ordinal)))
            {
                group.Add(other);
            }
        }

        return group;
    }

    /// <summary>What was built from the models that are known now. A catalogue that comes later starts a new generation, since a table's entities may then be more.</summary>
    private Generation Current()
    {
        var version = settings.Registry.Version;
        var current = Volatile.Read(ref _current);
        if (current.Version == version)
        {
            return current;
        }

        var next = new Generation(version);
        return Interlocked.CompareExchange(ref _current, next, current) == current ? next : Volatile.Read(ref _current);
    }

    private sealed class Generation(int version)
    {
        public int Version { get; } = version;

        public ConcurrentDictionary<EntityModel, EntityTable> Defaults { get; } = new();

        public ConcurrentDictionary<(EntityModel Model, string Name), EntityTable> Others { get; } = new();
    }
}
