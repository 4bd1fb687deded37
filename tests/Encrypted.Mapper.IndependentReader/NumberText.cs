using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Encrypted.Mapper.IndependentReader;

/// <summary>Number normalisation, wire format section 7.3: the number is taken as integer × 10^exponent and written out again.</summary>
public static class NumberText
{
    private static readonly Regex Grammar = new(@"\A([+-]?)([0-9]*)(\.([0-9]*))?([eE]([+-]?[0-9]+))?\z", RegexOptions.CultureInvariant);

    public static string Normalise(string text)
    {
        var match = Grammar.Match(text);
        if (!match.Success)
        {
            throw new RefusalException("number: not a number");
        }

        var whole = match.Groups[2].Value;
        var fraction = match.Groups[4].Value;
        if (whole.Length + fraction.Length == 0)
        {
            throw new RefusalException("number: no digits");
        }

        var integer = BigInteger.Parse("0" + whole + fraction, NumberStyles.None, CultureInfo.InvariantCulture);
        if (integer.IsZero)
        {
            return "0";
        }

        var exponent = match.Groups[6].Success ? BigInteger.Parse(match.Groups[6].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : BigInteger.Zero;
        exponent -= fraction.Length;
        while (integer % 10 == 0)
        {
            integer /= 10;
            exponent += 1;
        }

        var digits = integer.ToString(CultureInfo.InvariantCulture);
        if (digits.Length > 38)
        {
            throw new RefusalException("number: more than 38 significant digits");
        }

        // The exponent of the leading digit.
        var leading = exponent + digits.Length - 1;
        if (leading < -130 || leading > 125)
        {
            throw new RefusalException("number: magnitude out of range");
        }

        return (match.Groups[1].Value == "-" ? "-" : "") + Plain(digits, (int)exponent);
    }

    private static string Plain(string digits, int exponent)
    {
        if (exponent >= 0)
        {
            return digits + new string('0', exponent);
        }

        var padded = digits.PadLeft(-exponent + 1, '0');
        var point = padded.Length + exponent;
        return padded.Substring(0, point) + "." + padded.Substring(point);
    }
}
