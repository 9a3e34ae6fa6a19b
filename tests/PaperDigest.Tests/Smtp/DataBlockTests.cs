using System.Text;
using PaperDigest.Smtp;
using PaperDigest.Smtp.Wire;

namespace PaperDigest.Tests.Smtp;

public sealed class DataBlockTests
{
    private static readonly Envelope Envelope = new("bounce@digest.example", "reader@example.org");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "")]
    [InlineData("one\r\n", "one\r\n")]
    [InlineData("one", "one\r\n")]
    [InlineData(".", "..\r\n")]
    [InlineData(".\r\n..\r\na.\r\n", "..\r\n...\r\na.\r\n")]
    [InlineData("\r\n\r\n.x", "\r\n\r\n..x\r\n")]
    public void Dots_that_begin_a_line_are_doubled_and_the_last_line_is_ended(string message, string block) =>
        Assert.Equal(block, Encoding.ASCII.GetString(DataBlock.Of(Encoding.ASCII.GetBytes(message)).Octets.Span));

    [Fact]
    public void The_size_does_not_count_the_doubled_dots() =>
        Assert.Equal(9, DataBlock.Of(".one\r\n."u8.ToArray()).Size);

    [Fact]
    public void A_line_has_at_most_998_octets()
    {
        Assert.Equal(1000, DataBlock.Of(Encoding.ASCII.GetBytes(new string('x', 998))).Size);
        Assert.Throws<ArgumentException>(() => DataBlock.Of(Encoding.ASCII.GetBytes(new string('x', 999) + "\r\n")));
    }

    [Fact]
    public async Task Eight_bit_text_goes_only_where_it_is_taken()
    {
        await using var server = LoopbackSmtpServer.Start(new() { Extensions = ["8BITMIME"] });
        await using var old = LoopbackSmtpServer.Start(new() { Extensions = [] });
        await using var transport = new SmtpTransport(server.Settings);
        await using var toOld = new SmtpTransport(old.Settings);

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport));
        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync(toOld));

        Assert.Contains("MAIL FROM:<bounce@digest.example> BODY=8BITMIME", server.Commands);
        Assert.Equal(RefusalConcern.Message, refused.Concern);
    }

    private static Task<SendOutcome> SendAsync(SmtpTransport transport) =>
        transport.SendAsync(Envelope, "Subject: x\r\n\r\ncafé\r\n"u8.ToArray(), _ => ValueTask.FromResult(true), Token);
}
