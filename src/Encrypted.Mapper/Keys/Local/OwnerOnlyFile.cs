using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
using Microsoft.Win32.SafeHandles;

namespace Encrypted.Mapper.Keys;

/// <summary>Files that nobody but their owner has rights on: by mode on Unix, by access control list on Windows.</summary>
internal static class OwnerOnlyFile
{
    private const UnixFileMode OwnerMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates a file that must not exist yet. The rights are set with its creation, not after it.</summary>
    public static FileStream Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return CreateOnWindows(path);
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, UnixCreateMode = OwnerMode, BufferSize = 0 };
        return new FileStream(path, options);
    }

    /// <summary>Tells whether the open file gives rights to nobody but its owner, and on Windows the system itself.</summary>
    public static bool IsOwnerOnly(SafeFileHandle handle, string path)
        => OperatingSystem.IsWindows() ? IsOwnerOnlyOnWindows(path) : (File.GetUnixFileMode(handle) & ~(OwnerMode | UnixFileMode.UserExecute)) == 0;

    [SupportedOSPlatform("windows")]
    private static FileStream CreateOnWindows(string path)
    {
        var security = new FileSecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(new FileSystemAccessRule(CurrentUser(), FileSystemRights.FullControl, AccessControlType.Allow));
        return new FileInfo(path).Create(FileMode.CreateNew, FileSystemRights.Write, FileShare.None, bufferSize: 1, FileOptions.None, security);
    }

    [SupportedOSPlatform("windows")]
    private static bool IsOwnerOnlyOnWindows(string path)
    {
        var trusted = new[]
        {
            CurrentUser(),
            new SecurityIdentifier(WellKnownSidType.LocalSystemSid, domainSid: null),
            new SecurityIdentifier(WellKnownSidType.BuiltinAdministratorsSid, domainSid: null),
        };
        foreach (FileSystemAccessRule rule in new FileInfo(path).GetAccessControl().GetAccessRules(includeExplicit: true, includeInherited: true, typeof(SecurityIdentifier)))
        {
            if (rule.AccessControlType == AccessControlType.Allow && Array.IndexOf(trusted, rule.IdentityReference) < 0)
            {
                return false;
            }
        }

        return true;
    }

    [SupportedOSPlatform("windows")]
    private static SecurityIdentifier CurrentUser()
    {
        using var identity = WindowsIdentity.GetCurrent();
        return identity.User!;
    }
}
