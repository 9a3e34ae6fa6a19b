using System.Text;
using PaperDigest.Smtp;

namespace PaperDigest.Tests.Smtp;

public sealed class SendOutcomeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SmtpFault.Recipient550, true, RefusalConcern.Recipient, "5.1.1")]
    [InlineData(SmtpFault.Recipient450, false, RefusalConcern.Recipient, "4.2.1")]
    public async Task A_refused_recipient_is_told_with_its_code_and_costs_no_connection(
        SmtpFault fault, bool permanent, RefusalConcern concern, string enhanced)
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = new SmtpTransport(server.Settings);
        server.Inject(fault);
        var asked = false;

        var outcome = await SomeMail.SendAsync(transport, beforeBody: () => asked = true);

        var refused = Assert.IsType<SendOutcome.Refused>(outcome);
        Assert.Equal((SendPhase.Recipient, permanent, concern), (refused.Phase, refused.IsPermanent, refused.Concern));
        Assert.Equal(enhanced, refused.Reply.Enhanced.ToString());
        Assert.False(asked);
        Assert.IsType<SendOutcome.Accepted>(await SomeMail.SendAsync(transport));
        Assert.Equal(1, server.Connections);
        Assert.Contains("RSET", server.Commands);
    }

    [Fact]
    public async Task A_refused_sender_is_no_fault_of_the_address()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = new SmtpTransport(server.Settings);
        server.Inject(SmtpFault.Mail550);

        var refused = Assert.IsType<SendOutcome.Refused>(await SomeMail.SendAsync(transport));

        Assert.Equal((SendPhase.Mail, 550, RefusalConcern.Relay), (refused.Phase, refused.Reply.Code, refused.Concern));
        Assert.IsType<SendOutcome.Accepted>(await SomeMail.SendAsync(transport));
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData(SmtpFault.Message451, false)]
    [InlineData(SmtpFault.Message554, true)]
    public async Task A_message_refused_after_its_final_dot_is_known_not_to_be_accepted(SmtpFault fault, bool permanent)
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = new SmtpTransport(server.Settings);
        server.Inject(fault);

        var refused = Assert.IsType<SendOutcome.Refused>(await SomeMail.SendAsync(transport));

        Assert.Equal((SendPhase.Message, permanent), (refused.Phase, refused.IsPermanent));
        Assert.Empty(server.Messages);
        Assert.IsType<SendOutcome.Accepted>(await SomeMail.SendAsync(transport));
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData(SmtpFault.Greet421, SendPhase.Greeting, HandOverFailure.RelayClosing)]
    [InlineData(SmtpFault.CloseAtGreeting, SendPhase.Greeting, HandOverFailure.ConnectionLost)]
    [InlineData(SmtpFault.DropBeforeData, SendPhase.Data, HandOverFailure.ConnectionLost)]
    public async Task What_ends_before_the_message_was_not_handed_over(SmtpFault fault, SendPhase phase, HandOverFailure failure)
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = new SmtpTransport(server.Settings);
        server.Inject(fault);

        var outcome = Assert.IsType<SendOutcome.NotHandedOver>(await SomeMail.SendAsync(transport));

        Assert.Equal((phase, failure), (outcome.Phase, outcome.Failure));
        Assert.IsType<SendOutcome.Accepted>(await SomeMail.SendAsync(transport));
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task A_relay_that_is_not_there_was_handed_nothing()
    {
        int port;
        await using (var server = LoopbackSmtpServer.Start())
            port = server.Port;
        await using var transport = new SmtpTransport(new() { Host = "127.0.0.1", Port = port, Security = SmtpSecurity.None });

        var outcome = Assert.IsType<SendOutcome.NotHandedOver>(await SomeMail.SendAsync(transport));

        Assert.Equal(HandOverFailure.Unreachable, outcome.Failure);
        Assert.Equal(HandOverFailure.Unreachable, (await transport.CheckAsync(Token))?.Failure);
    }

    [Fact]
    public async Task A_connection_lost_within_the_message_means_that_nothing_was_handed_over()
    {
        await using var server = LoopbackSmtpServer.Start(new() { Extensions = ["PIPELINING"] });
        await using var transport = new SmtpTransport(server.Settings);
        server.Inject(SmtpFault.DropInMessage);
        // More than the buffers on both sides hold, so that the loss is noticed while writing.
        var large = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(new string('x', 70) + "\r\n", 400_000)));

        var outcome = Assert.IsType<SendOutcome.NotHandedOver>(await SomeMail.SendAsync(transport, large));

        Assert.Equal((SendPhase.Message, HandOverFailure.ConnectionLost), (outcome.Phase, outcome.Failure));
        Assert.Empty(server.Messages);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_ends_while_the_caller_is_asked_is_noticed_before_the_final_dot(bool reset)
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = new SmtpTransport(server.Settings);

        var outcome = await transport.SendAsync(
            SomeMail.Envelope,
            SomeMail.Octets,
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
        await using var transport = new SmtpTransport(server.Settings);
        server.Inject(fault);

        Assert.IsType<SendOutcome.MayHaveBeenAccepted>(await SomeMail.SendAsync(transport));

        Assert.Equal(kept, server.Messages.Count);
        Assert.IsType<SendOutcome.Accepted>(await SomeMail.SendAsync(transport));
        Assert.Equal(kept + 1, server.Messages.Count);
    }

    [Fact]
    public async Task Silence_after_the_final_dot_is_a_doubt_when_its_time_is_over()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = new SmtpTransport(server.Settings with { Timeouts = new() { DataEnd = TimeSpan.FromMilliseconds(50) } });
        server.Inject(SmtpFault.SilentKept);

        Assert.IsType<SendOutcome.MayHaveBeenAccepted>(await SomeMail.SendAsync(transport));
    }

    [Fact]
    public async Task Silence_before_the_message_is_a_safe_failure_of_its_own_phase()
    {
        await using var server = LoopbackSmtpServer.Start(new() { Script = line => line[..4] is "RCPT" or "DATA" ? "" : null });
        await using var transport = new SmtpTransport(server.Settings with { Timeouts = new() { Recipient = TimeSpan.FromMilliseconds(50) } });

        var outcome = Assert.IsType<SendOutcome.NotHandedOver>(await SomeMail.SendAsync(transport));

        Assert.Equal((SendPhase.Recipient, HandOverFailure.TimedOut), (outcome.Phase, outcome.Failure));
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
        await using var transport = new SmtpTransport(server.Settings);

        var outcome = Assert.IsType<SendOutcome.NotHandedOver>(await SomeMail.SendAsync(transport));

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
        await using var transport = new SmtpTransport(server.Settings);
        var asked = false;

        Assert.IsType<SendOutcome.NotHandedOver>(await SomeMail.SendAsync(transport, beforeBody: () => asked = true));

        Assert.False(asked);
    }
}
