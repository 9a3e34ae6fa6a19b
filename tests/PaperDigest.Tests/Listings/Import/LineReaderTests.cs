using System.Text;
using PaperDigest.Listings;

namespace PaperDigest.Tests.Listings.Import;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("a\nbc\n", new[] { "a", "bc" })]
    [InlineData("a\r\n\r\nbc", new[] { "a", "", "bc" })]
    [InlineData("\n", new[] { "" })]
    [InlineData("", new string[0])]
    public void Lines_end_with_LF_or_CRLF_and_the_last_one_need_not(string text, string[] lines)
    {
        var reader = new LineReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(lines, Read(reader).Select(l => l.Text));
        Assert.Equal(text.Length, reader.BytesDone);
    }

    [Fact]
    public void Only_a_last_line_without_an_end_is_open()
    {
        var reader = new LineReader(new MemoryStream("a\nb"u8.ToArray()));
        Assert.True(reader.TryRead(out _));
        Assert.False(reader.WasOpen);
        Assert.True(reader.TryRead(out _));
        Assert.True(reader.WasOpen);
    }

    [Fact]
    public void A_line_may_come_in_pieces_and_be_longer_than_the_buffer()
    {
        var text = $"short\n{new string('x', 3 << 20)}\nlast\n";
        var lines = Read(new LineReader(new Trickle(Encoding.UTF8.GetBytes(text), 70_001)));
        Assert.Equal([5, 3 << 20, 4], lines.Select(l => l.Text.Length));
    }

    [Fact]
    public void A_line_that_is_too_long_is_cut_and_the_next_one_is_read_whole()
    {
        var text = $"a\n{new string('x', 50 << 20)}\nlast\n";
        var lines = Read(new LineReader(new MemoryStream(Encoding.UTF8.GetBytes(text))));
        Assert.Equal([1, LineReader.LongestLine, 4], lines.Select(l => l.Text.Length));
        Assert.Equal([false, true, false], lines.Select(l => l.WasTooLong));
    }

    private static List<(string Text, bool WasTooLong)> Read(LineReader reader)
    {
        var lines = new List<(string, bool)>();
        while (reader.TryRead(out var line)) lines.Add((Encoding.UTF8.GetString(line), reader.WasTooLong));
        return lines;
    }

    /// <summary>Gives its bytes in small helpings, as a pipe or a packed file does.</summary>
    private sealed class Trickle(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));
    }
}
