using System.Security.Cryptography;

namespace Encrypted.Mapper.Tool.Items;

/// <summary>Cuts a stream into lines at each line feed, in bounded memory.</summary>
/// <param name="input">The stream. It isn't closed.</param>
/// <param name="maxLength">The longest line in bytes. Longer ones are passed over.</param>
internal sealed class LineReader(Stream input, int maxLength) : IDisposable
{
    private const int FirstBuffer = 1 << 16;

    private byte[] _buffer = new byte[FirstBuffer];
    private int _start;
    private int _searched;
    private int _end;
    private bool _ended;

    /// <summary>The line without its line feed, valid until the next is read.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>Whether the line is longer than allowed. Its content is gone.</summary>
    public bool IsTooLong { get; private set; }

    /// <returns>Whether there was a line. What stands behind the last line feed is one, unless it is empty.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        IsTooLong = false;
        while (true)
        {
            var length = _buffer.AsSpan(_searched, _end - _searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                Take(_searched + length - _start, lineFeed: 1);
                return true;
            }

            _searched = _end;
            if (_end - _start > maxLength || IsTooLong)
            {
                IsTooLong = true;
                _start = _searched = _end = 0;
            }

            if (_ended)
            {
                var isLine = _end > _start || IsTooLong;
                Take(_end - _start, lineFeed: 0);
                return isLine;
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Zeroes what was read.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_buffer);

    private void Take(int length, int lineFeed)
    {
        IsTooLong |= length > maxLength;
        Current = IsTooLong ? default : _buffer.AsMemory(_start, length);
        _start = _searched = _start + length + lineFeed;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_end == _buffer.Length)
        {
            MakeRoom();
        }

        // A read from a terminal or a pipe can't be cancelled, but waiting for it can.
        var read = await input.ReadAsync(_buffer.AsMemory(_end), cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        _end += read;
        _ended = read == 0;
    }

    private void MakeRoom()
    {
        var kept = _end - _start;
        var target = kept > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        Buffer.BlockCopy(_buffer, _start, target, 0, kept);
        if (target != _buffer)
        {
            CryptographicOperations.ZeroMemory(_buffer);
            _buffer = target;
        }

        (_start, _searched, _end) = (0, _searched - _start, kept);
    }
}
