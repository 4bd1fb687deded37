namespace Encrypted.Mapper.Keys;

/// <summary>
/// Wraps data keys for one or more recipients and unwraps them. Implementations are thread-safe and never block on async work.
/// </summary>
public interface IKeyring;
