using System.Text;
using PaperDigest.Smtp;

namespace PaperDigest.Tests.Smtp;

public sealed class SmtpTransportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task A_message_arrives_with_its_envelope_and_its_octets(bool pipelining, bool splitReplies)
    {
        await using var server = LoopbackSmtpServer.Start(new()
        {
            Extensions = pipelining ? ["PIPELINING", "SIZE 1000"] : ["SIZE"],
            SplitsReplies = splitReplies,
        });
        await using var transport = new SmtpTransport(server.Settings);

        var outcome = await SomeMail.SendAsync(transport, ".one\r\n..two\r\n.\r\n.\r\nlast .\r\n"u8.ToArray());

        var accepted = Assert.IsType<SendOutcome.Accepted>(outcome);
        Assert.Equal("250 2.0.0 queued as 1", accepted.Reply.ToString());
        var message = Assert.Single(server.Messages);
        Assert.Equal(("bounce+1@digest.example", "reader@example.org"), (message.From, message.To));
        Assert.Equal(".one\r\n..two\r\n.\r\n.\r\nlast .\r\n", message.Text);
    }

    [Fact]
    public async Task Many_messages_share_one_connection_and_it_ends_with_quit()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using (var transport = new SmtpTransport(server.Settings))
        {
            for (var i = 0; i < 20; i++)
                Assert.IsType<SendOutcome.Accepted>(await SomeMail.SendAsync(transport));
        }

        Assert.Equal(20, server.Messages.Count);
        Assert.Equal(1, server.Connections);
        Assert.Equal("QUIT", server.Commands[^1]);
    }

    [Fact]
    public async Task A_connection_is_renewed_after_its_share_of_messages()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = new SmtpTransport(server.Settings with { MessagesPerConnection = 2 });

        for (var i = 0; i < 5; i++)
            Assert.IsType<SendOutcome.Accepted>(await SomeMail.SendAsync(transport));

        Assert.Equal(3, server.Connections);
        Assert.Equal(2, server.Commands.Count(command => command == "QUIT"));
    }

    [Fact]
    public async Task Cancelling_after_the_final_dot_leaves_a_doubt_and_no_exception()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = new SmtpTransport(server.Settings);
        server.Inject(SmtpFault.SilentKept);
        using var stop = new CancellationTokenSource();

        var sending = transport.SendAsync(SomeMail.Envelope, SomeMail.Octets, _ => ValueTask.FromResult(true), stop.Token);
        while (server.Messages.Count == 0)
            await Task.Yield();
        await stop.CancelAsync();

        Assert.IsType<SendOutcome.MayHaveBeenAccepted>(await sending);
    }

    [Fact]
    public async Task Cancelling_before_the_message_throws_and_delivers_nothing()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = new SmtpTransport(server.Settings);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.SendAsync(
            SomeMail.Envelope,
            SomeMail.Octets,
            async _ =>
            {
                await stop.CancelAsync();
                return true;
            },
            stop.Token));

        Assert.IsType<SendOutcome.Accepted>(await SomeMail.SendAsync(transport));
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task The_caller_is_asked_once_when_the_relay_waits_for_the_message()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = new SmtpTransport(server.Settings);
        var heard = new List<string>();

        await SomeMail.SendAsync(transport, beforeBody: () => heard.AddRange(server.Commands));

        Assert.Equal("DATA", heard[^1]);
        Assert.Single(heard, "DATA");
    }

    [Fact]
    public async Task Nothing_is_delivered_when_the_caller_says_no()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = new SmtpTransport(server.Settings);

        var outcome = await transport.SendAsync(SomeMail.Envelope, SomeMail.Octets, _ => ValueTask.FromResult(false), Token);

        Assert.IsType<SendOutcome.Abandoned>(outcome);
        Assert.IsType<SendOutcome.Accepted>(await SomeMail.SendAsync(transport));
        Assert.Single(server.Messages);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task What_the_caller_throws_comes_through_and_nothing_is_delivered()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = new SmtpTransport(server.Settings);

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(
            () => transport.SendAsync(SomeMail.Envelope, SomeMail.Octets, _ => throw new TimeZoneNotFoundException(), Token));

        Assert.IsType<SendOutcome.Accepted>(await SomeMail.SendAsync(transport));
        Assert.Single(server.Messages);
    }

    [Theory]
    [InlineData(SmtpFault.CloseWhenIdle)]
    [InlineData(SmtpFault.CloseAtMail)]
    public async Task A_relay_that_closes_an_idle_connection_costs_no_message(SmtpFault fault)
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = new SmtpTransport(server.Settings);
        if (fault is SmtpFault.CloseWhenIdle)
            server.Inject(fault);
        Assert.IsType<SendOutcome.Accepted>(await SomeMail.SendAsync(transport));
        if (fault is SmtpFault.CloseAtMail)
            server.Inject(fault);
        var asked = 0;

        Assert.IsType<SendOutcome.Accepted>(await SomeMail.SendAsync(transport, beforeBody: () => asked++));

        Assert.Equal(1, asked);
        Assert.Equal(2, server.Connections);
        Assert.Equal(2, server.Messages.Count);
    }

    [Fact]
    public async Task A_connection_cut_while_idle_costs_no_message()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = new SmtpTransport(server.Settings);
        await SomeMail.SendAsync(transport);
        await server.DropConnectionsAsync();

        Assert.IsType<SendOutcome.Accepted>(await SomeMail.SendAsync(transport));

        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task An_answer_too_many_is_not_taken_for_the_next_one()
    {
        await using var server = LoopbackSmtpServer.Start(new() { Script = line => line == "RSET" ? "250 ok\r\n250 stray\r\n" : null });
        await using var transport = new SmtpTransport(server.Settings);
        server.Inject(SmtpFault.Recipient550);
        await SomeMail.SendAsync(transport);

        Assert.Equal("2.0.0 queued as 1", Assert.IsType<SendOutcome.Accepted>(await SomeMail.SendAsync(transport)).Reply.Text);

        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_message_over_the_offered_size_is_not_even_begun()
    {
        await using var server = LoopbackSmtpServer.Start(new() { Extensions = ["SIZE 20"] });
        await using var transport = new SmtpTransport(server.Settings);

        var refused = Assert.IsType<SendOutcome.Refused>(await SomeMail.SendAsync(transport));

        Assert.Equal((RefusalConcern.Message, true), (refused.Concern, refused.IsPermanent));
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("line\nline\r\n")]
    [InlineData("line\rline\r\n")]
    [InlineData("line\r\n.\n")]
    [InlineData("line\r")]
    public async Task A_message_with_a_bare_line_break_never_reaches_a_relay(string message)
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = new SmtpTransport(server.Settings);

        await Assert.ThrowsAsync<ArgumentException>(() => SomeMail.SendAsync(transport, Encoding.ASCII.GetBytes(message)));

        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [InlineData("reader@example.org>\r\nDATA\r\n")]
    [InlineData("reader@example.org> NOTIFY=NEVER")]
    [InlineData("a b@example.org")]
    [InlineData("")]
    public void An_envelope_takes_one_address_and_nothing_else(string to) =>
        Assert.Throws<ArgumentException>(() => new Envelope("", to));
}
