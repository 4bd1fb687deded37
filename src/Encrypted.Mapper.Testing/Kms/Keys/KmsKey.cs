namespace Encrypted.Mapper.Testing.Kms;

/// <summary>A key of one Region. Its state changes under the directory's lock and is read without it.</summary>
internal sealed class KmsKey(KeyArn arn, KeyMaterial material, string primaryRegion, DateTimeOffset created, string description)
{
    private const string MultiRegionPrefix = "mrk-";

    private volatile KeyState _state;

    public KeyArn Arn => arn;

    public string ArnText { get; } = arn.ToString();

    public KeyMaterial Material => material;

    public bool IsMultiRegion => IsMultiRegionId(arn.Id);

    public string PrimaryRegion => primaryRegion;

    public DateTimeOffset Created => created;

    public string Description => description;

    public KeyState State
    {
        get => _state;
        set => _state = value;
    }

    public DateTimeOffset? DeletionDate { get; set; }

    /// <summary>What ciphertext is bound to: the ARN, or for a multi-Region key what its replicas share of it.</summary>
    public string BoundName => IsMultiRegion ? (arn with { Region = "" }).ToString() : ArnText;

    public static string NewId(bool multiRegion)
        => multiRegion ? $"{MultiRegionPrefix}{Guid.NewGuid():N}" : Guid.NewGuid().ToString("D");

    public static bool IsMultiRegionId(string id) => id.StartsWith(MultiRegionPrefix, StringComparison.Ordinal);

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
}
