using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Reflection;
using Xunit;

namespace Encrypted.Mapper.Tests;

public sealed class RuntimeTests
{
    [Fact]
    public void The_tests_run_on_the_very_runtime_they_are_built_for()
    {
        var target = typeof(RuntimeTests).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;
        Assert.Equal($".NETCoreApp,Version=v{Environment.Version.Major}.0", target);
        Assert.StartsWith($".NET {Environment.Version.Major}.", RuntimeInformation.FrameworkDescription);
    }
}
