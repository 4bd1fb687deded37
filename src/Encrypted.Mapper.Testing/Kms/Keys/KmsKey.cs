using System.Collections.Immutable;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>A key of one Region. Its members change under the directory's lock and are read without it.</summary>
internal sealed class KmsKey(KeyArn arn, KeyMaterial material, string primaryRegion, DateTimeOffset created, string description)
{
    private const string MultiRegionPrefix = "mrk-";

    private volatile KeyLife _life = KeyLife.Enabled;

    public KeyArn Arn => arn;

    public string ArnText { get; } = arn.ToString();

    public KeyMaterial Material => material;

    public bool IsMultiRegion => arn.Id.StartsWith(MultiRegionPrefix, StringComparison.Ordinal);

    public string PrimaryRegion => primaryRegion;

    public DateTimeOffset Created => created;

    public string Description => description;

    public KeyLife Life
    {
        get => _life;
        set => _life = value;
    }

    public KeyState State => _life.State;

    public DateTimeOffset? DeletionDate => _life.DeletionDate;

    /// <summary>Replaced as a whole at each change.</summary>
    public ImmutableArray<KmsGrant> Grants { get; set; } = [];

    /// <summary>Who may do what beside the grants; null if everybody may do everything.</summary>
    public LocalKmsKeyPolicy? Policy { get; set; }

    /// <summary>What ciphertext is bound to: the ARN, or for a multi-Region key what its replicas share of it.</summary>
    public string BoundName => IsMultiRegion ? (arn with { Region = "" }).ToString() : ArnText;

    public static string NewId(bool multiRegion)
        => multiRegion ? $"{MultiRegionPrefix}{Guid.NewGuid():N}" : Guid.NewGuid().ToString("D");

    /// <exception cref="KmsServiceException">The key is disabled or waits for its deletion.</exception>
    public void RequireEnabled()
    {
        if (State == KeyState.Disabled)
        {
            throw new KmsServiceException("DisabledException", $"{ArnText} is disabled.");
        }

        RequireNotPendingDeletion();
    }

    public void RequireNotPendingDeletion()
    {
        if (State == KeyState.PendingDeletion)
        {
            throw new KmsServiceException("KMSInvalidStateException", $"{ArnText} is pending deletion.");
        }
    }

    public void SetEnabled(bool enabled)
    {
        RequireNotPendingDeletion();
        Life = enabled ? KeyLife.Enabled : KeyLife.Disabled;
    }

    public void ScheduleDeletion(DateTimeOffset date)
    {
        RequireNotPendingDeletion();
        Life = new(KeyState.PendingDeletion, date);
    }

    public void CancelDeletion()
        => Life = State == KeyState.PendingDeletion ? KeyLife.Disabled : throw new KmsServiceException("KMSInvalidStateException", $"{ArnText} is not pending deletion.");
}
