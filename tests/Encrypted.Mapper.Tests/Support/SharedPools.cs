using Xunit;

namespace Encrypted.Mapper.Tests.Support;

/// <summary>
/// Tests that look into memory after it went back to a pool of the process. They run alone: anybody else could be given
/// the memory meanwhile.
/// </summary>
[CollectionDefinition(nameof(SharedPools), DisableParallelization = true)]
public sealed class SharedPools;
