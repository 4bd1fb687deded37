using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>What is known of one instance: a state for each item that it was read from or written as. An instance that is saved elsewhere, too, is still one that was read here.</summary>
internal sealed class InstanceStates
{
    // Nobody saves one instance to many places; who does conflicts with nobody in those forgotten.
    private const int MaxItems = 16;

    private readonly List<LoadedState> _states = [];

    public bool HasUnknown
    {
        get
        {
            lock (_states)
            {
                return _states.Exists(static state => state.HasUnknown);
            }
        }
    }

    public LoadedState? Find(string tableName, Dictionary<string, AttributeValue> key)
    {
        lock (_states)
        {
            return _states.Find(state => state.IsOf(tableName, key));
        }
    }

    public void Set(LoadedState state)
    {
        lock (_states)
        {
            _states.RemoveAll(former => former.IsOf(state.TableName, state.Key));
            if (_states.Count == MaxItems)
            {
                _states.RemoveAt(0);
            }

            _states.Add(state);
        }
    }

    public void Forget(string tableName, Dictionary<string, AttributeValue> key)
    {
        lock (_states)
        {
            _states.RemoveAll(state => state.IsOf(tableName, key));
        }
    }
}
