using System.Text;
using PaperDigest.Smtp;

namespace PaperDigest.Tests.Smtp;

public sealed class SmtpTransportTests
{
    private static readonly Envelope Envelope = new("bounce+1@digest.example", "reader@example.org");
    private static readonly byte[] Message = "Subject: one\r\n\r\nHello\r\n"u8.ToArray();

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
        await using var transport = To(server);

        var outcome = await SendAsync(transport, ".one\r\n..two\r\n.\r\n.\r\nlast .\r\n"u8.ToArray());

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
        await using (var transport = To(server))
        {
            for (var i = 0; i < 20; i++)
                Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport));
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
            Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport));

        Assert.Equal(3, server.Connections);
        Assert.Equal(2, server.Commands.Count(command => command == "QUIT"));
    }

    [Theory]
    [InlineData(SmtpFault.Recipient550, true, RefusalConcern.Recipient, "5.1.1")]
    [InlineData(SmtpFault.Recipient450, false, RefusalConcern.Recipient, "4.2.1")]
    public async Task A_refused_recipient_is_told_with_its_code_and_costs_no_connection(
        SmtpFault fault, bool permanent, RefusalConcern concern, string enhanced)
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = To(server);
        server.Inject(fault);
        var asked = false;

        var outcome = await SendAsync(transport, beforeBody: () => asked = true);

        var refused = Assert.IsType<SendOutcome.Refused>(outcome);
        Assert.Equal((SendPhase.Recipient, permanent, concern), (refused.Phase, refused.IsPermanent, refused.Concern));
        Assert.Equal(enhanced, refused.Reply.Enhanced.ToString());
        Assert.False(asked);
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport));
        Assert.Equal(1, server.Connections);
        Assert.Contains("RSET", server.Commands);
    }

    [Fact]
    public async Task A_refused_sender_is_no_fault_of_the_address()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = To(server);
        server.Inject(SmtpFault.Mail550);

        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync(transport));

        Assert.Equal((SendPhase.Mail, 550, RefusalConcern.Relay), (refused.Phase, refused.Reply.Code, refused.Concern));
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport));
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData(SmtpFault.Message451, false)]
    [InlineData(SmtpFault.Message554, true)]
    public async Task A_message_refused_after_its_final_dot_is_known_not_to_be_accepted(SmtpFault fault, bool permanent)
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = To(server);
        server.Inject(fault);

        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync(transport));

        Assert.Equal((SendPhase.Message, permanent), (refused.Phase, refused.IsPermanent));
        Assert.Empty(server.Messages);
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport));
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData(SmtpFault.Greet421, SendPhase.Greeting, HandOverFailure.RelayClosing)]
    [InlineData(SmtpFault.CloseAtGreeting, SendPhase.Greeting, HandOverFailure.ConnectionLost)]
    [InlineData(SmtpFault.DropBeforeData, SendPhase.Data, HandOverFailure.ConnectionLost)]
    public async Task What_ends_before_the_message_was_not_handed_over(SmtpFault fault, SendPhase phase, HandOverFailure failure)
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = To(server);
        server.Inject(fault);

        var outcome = Assert.IsType<SendOutcome.NotHandedOver>(await SendAsync(transport));

        Assert.Equal((phase, failure), (outcome.Phase, outcome.Failure));
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport));
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task A_relay_that_is_not_there_was_handed_nothing()
    {
        int port;
        await using (var server = LoopbackSmtpServer.Start())
            port = server.Port;
        await using var transport = new SmtpTransport(new() { Host = "127.0.0.1", Port = port, Security = SmtpSecurity.None });

        var outcome = Assert.IsType<SendOutcome.NotHandedOver>(await SendAsync(transport));

        Assert.Equal(HandOverFailure.Unreachable, outcome.Failure);
        Assert.Equal(HandOverFailure.Unreachable, (await transport.CheckAsync(Token))?.Failure);
    }

    [Fact]
    public async Task A_connection_lost_within_the_message_means_that_nothing_was_handed_over()
    {
        await using var server = LoopbackSmtpServer.Start(new() { Extensions = ["PIPELINING"] });
        await using var transport = To(server);
        server.Inject(SmtpFault.DropInMessage);
        // More than the buffers on both sides hold, so that the loss is noticed while writing.
        var large = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(new string('x', 70) + "\r\n", 400_000)));

        var outcome = Assert.IsType<SendOutcome.NotHandedOver>(await SendAsync(transport, large));

        Assert.Equal((SendPhase.Message, HandOverFailure.ConnectionLost), (outcome.Phase, outcome.Failure));
        Assert.Empty(server.Messages);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_ends_while_the_caller_is_asked_is_noticed_before_the_final_dot(bool reset)
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = To(server);

        var outcome = await transport.SendAsync(
            Envelope,
            Message,
            async _ =>
            {
                if (reset)
                    await server.DropConnectionsAsync();
                else
                    server.EndConnections();
                return true;
            },
            Token);

        Assert.Equal(HandOverFailure.ConnectionLost, Assert.IsType<SendOutcome.NotHandedOver>(outcome).Failure);
        Assert.Empty(server.Messages);
    }

    [Theory]
    [InlineData(SmtpFault.DropUnkept, 0)]
    [InlineData(SmtpFault.DropKept, 1)]
    public async Task What_ends_after_the_final_dot_is_a_doubt_either_way(SmtpFault fault, int kept)
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = To(server);
        server.Inject(fault);

        Assert.IsType<SendOutcome.MayHaveBeenAccepted>(await SendAsync(transport));

        Assert.Equal(kept, server.Messages.Count);
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport));
        Assert.Equal(kept + 1, server.Messages.Count);
    }

    [Fact]
    public async Task Silence_after_the_final_dot_is_a_doubt_when_its_time_is_over()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = To(server, new SmtpTimeouts { DataEnd = TimeSpan.FromMilliseconds(50) });
        server.Inject(SmtpFault.SilentKept);

        Assert.IsType<SendOutcome.MayHaveBeenAccepted>(await SendAsync(transport));
    }

    [Fact]
    public async Task Silence_before_the_message_is_a_safe_failure_of_its_own_phase()
    {
        await using var server = LoopbackSmtpServer.Start(new() { Script = line => line[..4] is "RCPT" or "DATA" ? "" : null });
        await using var transport = To(server, new SmtpTimeouts { Recipient = TimeSpan.FromMilliseconds(50) });

        var outcome = Assert.IsType<SendOutcome.NotHandedOver>(await SendAsync(transport));

        Assert.Equal((SendPhase.Recipient, HandOverFailure.TimedOut), (outcome.Phase, outcome.Failure));
    }

    [Fact]
    public async Task Cancelling_after_the_final_dot_leaves_a_doubt_and_no_exception()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = To(server);
        server.Inject(SmtpFault.SilentKept);
        using var stop = new CancellationTokenSource();

        var sending = transport.SendAsync(Envelope, Message, _ => ValueTask.FromResult(true), stop.Token);
        while (server.Messages.Count == 0)
            await Task.Yield();
        await stop.CancelAsync();

        Assert.IsType<SendOutcome.MayHaveBeenAccepted>(await sending);
    }

    [Fact]
    public async Task Cancelling_before_the_message_throws_and_delivers_nothing()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = To(server);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.SendAsync(
            Envelope,
            Message,
            async _ =>
            {
                await stop.CancelAsync();
                return true;
            },
            stop.Token));

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport));
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task The_caller_is_asked_once_when_the_relay_waits_for_the_message()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = To(server);
        var heard = new List<string>();

        await SendAsync(transport, beforeBody: () => heard.AddRange(server.Commands));

        Assert.Equal("DATA", heard[^1]);
        Assert.Single(heard, "DATA");
    }

    [Fact]
    public async Task Nothing_is_delivered_when_the_caller_says_no()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = To(server);

        var outcome = await transport.SendAsync(Envelope, Message, _ => ValueTask.FromResult(false), Token);

        Assert.IsType<SendOutcome.Abandoned>(outcome);
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport));
        Assert.Single(server.Messages);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task What_the_caller_throws_comes_through_and_nothing_is_delivered()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = To(server);

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(
            () => transport.SendAsync(Envelope, Message, _ => throw new TimeZoneNotFoundException(), Token));

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport));
        Assert.Single(server.Messages);
    }

    [Theory]
    [InlineData(SmtpFault.CloseWhenIdle)]
    [InlineData(SmtpFault.CloseAtMail)]
    public async Task A_relay_that_closes_an_idle_connection_costs_no_message(SmtpFault fault)
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = To(server);
        if (fault is SmtpFault.CloseWhenIdle)
            server.Inject(fault);
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport));
        if (fault is SmtpFault.CloseAtMail)
            server.Inject(fault);
        var asked = 0;

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport, beforeBody: () => asked++));

        Assert.Equal(1, asked);
        Assert.Equal(2, server.Connections);
        Assert.Equal(2, server.Messages.Count);
    }

    [Fact]
    public async Task A_connection_cut_while_idle_costs_no_message()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = To(server);
        await SendAsync(transport);
        await server.DropConnectionsAsync();

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport));

        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task An_answer_too_many_is_not_taken_for_the_next_one()
    {
        await using var server = LoopbackSmtpServer.Start(new() { Script = line => line == "RSET" ? "250 ok\r\n250 stray\r\n" : null });
        await using var transport = To(server);
        server.Inject(SmtpFault.Recipient550);
        await SendAsync(transport);

        Assert.Equal("2.0.0 queued as 1", Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport)).Reply.Text);

        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_message_over_the_offered_size_is_not_even_begun()
    {
        await using var server = LoopbackSmtpServer.Start(new() { Extensions = ["SIZE 20"] });
        await using var transport = To(server);

        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync(transport));

        Assert.Equal((RefusalConcern.Message, true), (refused.Concern, refused.IsPermanent));
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("250 2.1.0 yes\r\n250 2.1.5 yes\r\n250 no 354\r\n")]
    [InlineData("999 what\r\n")]
    [InlineData("250_what\r\n")]
    [InlineData("\0\u00FF\u00FE junk\r\n")]
    [InlineData("20\r\n")]
    public async Task An_answer_that_is_no_smtp_ends_the_attempt_before_the_message(string answer)
    {
        await using var server = LoopbackSmtpServer.Start(new()
        {
            Script = line => line.StartsWith("MAIL", StringComparison.Ordinal) ? answer : line.StartsWith("RCPT", StringComparison.Ordinal) ? "" : null,
        });
        await using var transport = To(server);

        var outcome = Assert.IsType<SendOutcome.NotHandedOver>(await SendAsync(transport));

        Assert.Equal(HandOverFailure.ProtocolViolated, outcome.Failure);
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task A_go_ahead_for_a_message_without_recipients_is_not_taken()
    {
        await using var server = LoopbackSmtpServer.Start(new()
        {
            Script = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 5.1.1 no\r\n" : line == "DATA" ? "354 go\r\n" : null,
        });
        await using var transport = To(server);
        var asked = false;

        Assert.IsType<SendOutcome.NotHandedOver>(await SendAsync(transport, beforeBody: () => asked = true));

        Assert.False(asked);
    }

    [Theory]
    [InlineData("line\nline\r\n")]
    [InlineData("line\rline\r\n")]
    [InlineData("line\r\n.\n")]
    [InlineData("line\r")]
    public async Task A_message_with_a_bare_line_break_never_reaches_a_relay(string message)
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = To(server);

        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(transport, Encoding.ASCII.GetBytes(message)));

        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [InlineData("reader@example.org>\r\nDATA\r\n")]
    [InlineData("reader@example.org> NOTIFY=NEVER")]
    [InlineData("a b@example.org")]
    [InlineData("")]
    public void An_envelope_takes_one_address_and_nothing_else(string to) =>
        Assert.Throws<ArgumentException>(() => new Envelope("", to));

    private static SmtpTransport To(LoopbackSmtpServer server, SmtpTimeouts? timeouts = null) =>
        new(server.Settings with { Timeouts = timeouts ?? new() });

    private static Task<SendOutcome> SendAsync(SmtpTransport transport, byte[]? message = null, Action? beforeBody = null) =>
        transport.SendAsync(
            Envelope,
            message ?? Message,
            _ =>
            {
                beforeBody?.Invoke();
                return ValueTask.FromResult(true);
            },
            Token);
}
