using System.Text;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context.Expressions;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>
/// The request of a preserving save (S8): it replaces all that is signed, under the condition that what it replaces is still
/// there, and leaves unsigned attributes alone that the caller didn't change.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="pending">The item to be written.</param>
/// <param name="changes">The unsigned attributes to be written.</param>
/// <param name="replaced">The stored item that is replaced; <see langword="null"/> when there must be none.</param>
/// <param name="joinsChanges">Whether unsigned attributes that are changed must still have the values that were loaded.</param>
internal sealed class PreservingRequest(EntityTable table, PendingItem pending, UnsignedChanges changes, LoadedState? replaced, bool joinsChanges)
{
    /// <summary>The usual request; <see langword="null"/> when its expressions would exceed the service's limits.</summary>
    public UpdateItemRequest? TryUpdate(Dictionary<string, AttributeValue> protectedItem)
    {
        var scope = new ExpressionScope();
        var update = new StringBuilder();
        var clauses = 0;
        foreach (var (name, value) in protectedItem)
        {
            if (!pending.Key.ContainsKey(name) && !IsUnchanged(name))
            {
                update.Append(clauses++ == 0 ? "SET " : ", ").Append(scope.Name(name)).Append(" = ").Append(scope.Value(value));
            }
        }

        AppendRemovals(update, scope, protectedItem, ref clauses);
        var conditions = new ConditionClauses(scope);
        AddBasis(conditions, scope);
        if (joinsChanges && replaced is not null)
        {
            conditions.AddUnchanged(changes.Names, replaced.Unsigned);
        }

        var expression = update.ToString();
        return ExpressionLimits.Allow(expression, clauses) && conditions.AreAllowed
            ? new UpdateItemRequest
            {
                TableName = table.Name,
                Key = pending.Key,
                UpdateExpression = expression,
                ConditionExpression = conditions.Text,
                ExpressionAttributeNames = scope.Names,
                ExpressionAttributeValues = scope.Values,
            }
            : null;
    }

    /// <summary>The request for wide items: the whole item, with the unsigned values that were loaded, under the condition that none of them changed.</summary>
    /// <exception cref="InvalidItemException">Even the condition would exceed the service's limits.</exception>
    public PutItemRequest Put(Dictionary<string, AttributeValue> protectedItem)
    {
        var scope = new ExpressionScope();
        var conditions = new ConditionClauses(scope);
        AddBasis(conditions, scope);
        var item = new Dictionary<string, AttributeValue>(protectedItem);
        if (replaced is not null)
        {
            conditions.AddUnchanged(table.Attributes.Unsigned, replaced.Unsigned);
            foreach (var name in table.Attributes.Unsigned)
            {
                if (changes.Contains(name))
                {
                    continue;
                }

                item.Remove(name);
                if (replaced.Unsigned.TryGetValue(name, out var stored))
                {
                    item[name] = stored;
                }
            }
        }

        if (!conditions.AreAllowed)
        {
            throw ContextErrors.ExpressionTooLong(table.Name);
        }

        return new PutItemRequest
        {
            TableName = table.Name,
            Item = item,
            ConditionExpression = conditions.Text,
            ExpressionAttributeNames = scope.Names,
            ExpressionAttributeValues = scope.Values,
        };
    }

    private bool IsUnchanged(string name) => table.Attributes.IsUnsigned(name) && !changes.Contains(name);

    private void AppendRemovals(StringBuilder update, ExpressionScope scope, Dictionary<string, AttributeValue> protectedItem, ref int clauses)
    {
        if (replaced is null)
        {
            return;
        }

        var separator = " REMOVE ";
        foreach (var name in replaced.Replaceable.Concat(changes.Names))
        {
            if (!protectedItem.ContainsKey(name))
            {
                update.Append(separator).Append(scope.Name(name));
                separator = ", ";
                clauses++;
            }
        }
    }

    private void AddBasis(ConditionClauses conditions, ExpressionScope scope)
    {
        if (replaced is null)
        {
            conditions.AddAbsent(table.Model.PartitionKey);
        }
        else
        {
            conditions.AddFooter(replaced.Footer);
        }

        conditions.Add(pending.Condition(scope));
    }
}
