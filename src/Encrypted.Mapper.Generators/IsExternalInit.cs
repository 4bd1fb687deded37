namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for when a record has init-only properties; netstandard2.0 lacks it.</summary>
internal static class IsExternalInit;
