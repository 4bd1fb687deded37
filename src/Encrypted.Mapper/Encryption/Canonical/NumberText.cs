namespace Encrypted.Mapper.Encryption.Canonical;

/// <summary>
/// Number normalisation (wire format, section 7.3): any accepted spelling of a number becomes plain decimal notation
/// with no superfluous characters. Works on the digit string, since the range exceeds that of every CLR number type.
/// </summary>
internal static class NumberText
{
    /// <summary>The longest normalised text: sign, <c>0.</c>, 129 zeros and 38 digits.</summary>
    public const int MaxLength = 1 + 2 + 129 + MaxDigits;

    private const int MaxDigits = 38;
    private const int MaxExponent = 125;
    private const int MinExponent = -130;

    // Far beyond the range, so that any longer exponent is out of range as well and can't overflow.
    private const int SaturatedExponent = 100_000_000;

    /// <summary>Writes the normalised text as ASCII.</summary>
    /// <param name="text">The number as given.</param>
    /// <param name="destination">At least <see cref="MaxLength"/> bytes.</param>
    /// <param name="written">The length of the normalised text.</param>
    /// <returns>Whether, and why not, the text is a number that can be stored.</returns>
    public static NumberStatus Normalize(ReadOnlySpan<char> text, Span<byte> destination, out int written)
    {
        written = 0;
        var position = 0;
        var negative = TakeSign(text, ref position);
        Span<byte> digits = stackalloc byte[MaxDigits];
        var mantissa = ReadMantissa(text, ref position, digits);
        if (!mantissa.HasDigits || !TryReadExponent(text, position, out var exponent))
        {
            return NumberStatus.Malformed;
        }

        if (mantissa.Count == 0)
        {
            destination[0] = (byte)'0';
            written = 1;
            return NumberStatus.Ok;
        }

        if (mantissa.Count > MaxDigits)
        {
            return NumberStatus.TooManyDigits;
        }

        var leading = mantissa.PointPosition - 1 + exponent;
        if (leading is > MaxExponent or < MinExponent)
        {
            return NumberStatus.OutOfRange;
        }

        written = Write(negative, digits[..mantissa.Count], (int)leading, destination);
        return NumberStatus.Ok;
    }

    private static bool TakeSign(ReadOnlySpan<char> text, ref int position)
    {
        if (position < text.Length && text[position] is ('+' or '-'))
        {
            return text[position++] == '-';
        }

        return false;
    }

    private static Mantissa ReadMantissa(ReadOnlySpan<char> text, ref int position, Span<byte> digits)
    {
        var result = default(Mantissa);
        var sawPoint = false;
        var pendingZeros = 0;
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (c == '.' && !sawPoint)
            {
                sawPoint = true;
                continue;
            }

            if (c is < '0' or > '9')
            {
                break;
            }

            result.HasDigits = true;
            if (c == '0' && result.Count == 0)
            {
                // A zero before the first significant digit only moves the point, and only behind it.
                result.PointPosition -= sawPoint ? 1 : 0;
                continue;
            }

            result.PointPosition += sawPoint ? 0 : 1;
            if (c == '0')
            {
                pendingZeros++;
                continue;
            }

            // Zeros count as significant only once another digit follows them.
            for (; pendingZeros > 0; pendingZeros--)
            {
                Add((byte)'0', digits, ref result);
            }

            Add((byte)c, digits, ref result);
        }

        return result;
    }

    private static void Add(byte digit, Span<byte> digits, ref Mantissa mantissa)
    {
        if (mantissa.Count < digits.Length)
        {
            digits[mantissa.Count] = digit;
        }

        mantissa.Count++;
    }

    private static bool TryReadExponent(ReadOnlySpan<char> text, int position, out long exponent)
    {
        exponent = 0;
        if (position == text.Length)
        {
            return true;
        }

        if (text[position++] is not ('e' or 'E'))
        {
            return false;
        }

        var negative = TakeSign(text, ref position);
        if (position == text.Length)
        {
            return false;
        }

        for (; position < text.Length; position++)
        {
            if (text[position] is < '0' or > '9')
            {
                return false;
            }

            exponent = Math.Min(SaturatedExponent, (exponent * 10) + (text[position] - '0'));
        }

        exponent = negative ? -exponent : exponent;
        return true;
    }

    private static int Write(bool negative, ReadOnlySpan<byte> digits, int leading, Span<byte> destination)
    {
        var length = 0;
        if (negative)
        {
            destination[length++] = (byte)'-';
        }

        if (leading < 0)
        {
            destination[length++] = (byte)'0';
            destination[length++] = (byte)'.';
            destination.Slice(length, -leading - 1).Fill((byte)'0');
            length += -leading - 1;
            digits.CopyTo(destination[length..]);
            return length + digits.Length;
        }

        var whole = leading + 1;
        if (digits.Length <= whole)
        {
            digits.CopyTo(destination[length..]);
            destination.Slice(length + digits.Length, whole - digits.Length).Fill((byte)'0');
            return length + whole;
        }

        digits[..whole].CopyTo(destination[length..]);
        length += whole;
        destination[length++] = (byte)'.';
        digits[whole..].CopyTo(destination[length..]);
        return length + digits.Length - whole;
    }

    private struct Mantissa
    {
        /// <summary>Whether there was any digit, zeros included.</summary>
        public bool HasDigits;

        /// <summary>The number of significant digits: from the first to the last that isn't zero.</summary>
        public int Count;

        /// <summary>The number of digits before the point, counted from the first significant one; negative for zeros behind the point.</summary>
        public long PointPosition;
    }
}
