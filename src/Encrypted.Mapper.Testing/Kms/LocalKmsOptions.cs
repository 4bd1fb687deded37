namespace Encrypted.Mapper.Testing;

/// <summary>How a <see cref="LocalKms"/> runs.</summary>
public sealed class LocalKmsOptions
{
    /// <summary>The port on 127.0.0.1. By default 0, which takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The account that callers belong to, and keys unless they are created in another one: twelve digits. By default 111122223333.</summary>
    public string AccountId { get; set; } = "111122223333";

    /// <summary>A file that keeps keys, aliases and grants over restarts, with rights for its owner alone; made when it doesn't exist. One server at a time can use it. By default none: keys live as long as the server. Policies of <see cref="LocalKms.Restrict"/> and the call log are not kept.</summary>
    public string? KeyFile { get; set; }

    /// <summary>How long a grant is known by its token alone, as AWS KMS takes a while to make it known everywhere. By default zero: grants take effect at once.</summary>
    public TimeSpan GrantPropagation { get; set; }

    /// <summary>The clock that creation dates, deletion dates, delays and the call log go by. By default the system's.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;
}
