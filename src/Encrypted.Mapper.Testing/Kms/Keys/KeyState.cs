namespace Encrypted.Mapper.Testing.Kms;

/// <summary>The states of a key that can occur here, named as the service names them.</summary>
internal enum KeyState
{
    Enabled,
    Disabled,
    PendingDeletion,
}
