using System.Text;
using PaperDigest.Smtp;
using PaperDigest.Smtp.Wire;

namespace PaperDigest.Tests.Smtp;

public sealed class ReplyReaderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("250 2.1.0 ok\r\n", 250, "2.1.0 ok")]
    [InlineData("250\r\n", 250, "")]
    [InlineData("250 ok\n", 250, "ok")]
    [InlineData("250-one\r\n250-\r\n250 three\r\n", 250, "one\n\nthree")]
    [InlineData("550 a\u001Bb\u0085\r\n", 550, "a\uFFFDb\uFFFD")]
    public async Task A_reply_is_its_code_and_the_text_of_all_its_lines(string octets, int code, string text) =>
        Assert.Equal(new SmtpReply(code, text), await ReadAsync(octets));

    [Fact]
    public async Task Replies_sent_together_are_read_one_by_one()
    {
        var reader = new ReplyReader();
        using var stream = new MemoryStream("250 one\r\n250-two\r\n250 2\r\n354 three\r\n"u8.ToArray());

        Assert.Equal("one", (await reader.ReadAsync(stream, Token)).Text);
        Assert.True(reader.HasMore);
        Assert.Equal("two\n2", (await reader.ReadAsync(stream, Token)).Text);
        Assert.Equal(354, (await reader.ReadAsync(stream, Token)).Code);
        Assert.False(reader.HasMore);
    }

    [Theory]
    [InlineData("hello\r\n")]
    [InlineData("25\r\n")]
    [InlineData("150 one\r\n")]
    [InlineData("600 six\r\n")]
    [InlineData("2500 ok\r\n")]
    [InlineData("\r\n")]
    [InlineData("250-one\r\n550 two\r\n")]
    public async Task What_is_no_reply_is_told_as_such(string octets) =>
        await Assert.ThrowsAsync<FormatException>(() => ReadAsync(octets));

    [Theory]
    [InlineData(1, 1_000_000)]
    [InlineData(100_000, 10)]
    public async Task A_reply_without_end_is_given_up(int lines, int length)
    {
        var endless = string.Concat(Enumerable.Repeat($"250-{new string('x', length)}\r\n", lines));

        await Assert.ThrowsAsync<FormatException>(() => ReadAsync(endless));
    }

    [Fact]
    public async Task The_end_of_the_connection_is_no_reply() =>
        await Assert.ThrowsAsync<EndOfStreamException>(() => ReadAsync("250-one\r\n250 tw"));

    [Theory]
    [InlineData("5.1.1 no such user", "5.1.1")]
    [InlineData("4.7.0", "4.7.0")]
    [InlineData("5.7.515 refused", "5.7.515")]
    [InlineData("5.1.1-no", null)]
    [InlineData("3.1.1 no", null)]
    [InlineData("5.1 no", null)]
    [InlineData("no 5.1.1", null)]
    public void The_enhanced_code_begins_the_text(string text, string? code) =>
        Assert.Equal(code, new SmtpReply(550, text).Enhanced?.ToString());

    private static async Task<SmtpReply> ReadAsync(string octets)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(octets));
        return await new ReplyReader().ReadAsync(stream, Token);
    }
}
