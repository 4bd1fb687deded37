namespace Encrypted.Mapper.Testing.Kms;

/// <summary>An answer of the service that is an error, by its code in AWS KMS.</summary>
internal sealed class KmsServiceException(string code, string? message = null, int status = 400) : Exception
{
    public string Code => code;

    public int Status => status;

    /// <summary>What is sent. Some codes come without a message.</summary>
    public string? Text => message;

    public override string Message => message ?? code;

    public static KmsServiceException Validation(string message) => new("ValidationException", message);

    public static KmsServiceException NotFound(string what) => new("NotFoundException", what);

    public static KmsServiceException InvalidCiphertext() => new("InvalidCiphertextException");

    public static KmsServiceException WrongUsage(string keyArn, string operation)
        => new("InvalidKeyUsageException", $"{keyArn} key usage or key spec is not valid for {operation}.");
}
