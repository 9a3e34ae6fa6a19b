using System.Text;
using PaperDigest.Smtp;

namespace PaperDigest.Tests.Smtp;

public sealed class SmtpHandshakeTests
{
    private static readonly Envelope Envelope = new("", "reader@example.org");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    public async Task A_message_goes_through_tls_and_the_connection_is_kept(SmtpSecurity security)
    {
        await using var server = LoopbackSmtpServer.Start(new() { Security = security, SplitsReplies = true });
        await using var transport = new SmtpTransport(server.Settings);

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport));
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport));

        Assert.Equal(1, server.Connections);
        Assert.Equal(security is SmtpSecurity.StartTls ? 2 : 1, server.Commands.Count(command => command.StartsWith("EHLO", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    public async Task A_certificate_that_nobody_vouches_for_ends_the_attempt(SmtpSecurity security)
    {
        await using var server = LoopbackSmtpServer.Start(new() { Security = security });
        await using var transport = new SmtpTransport(server.Settings with { TrustedRoot = null });

        Assert.Equal(HandOverFailure.TlsFailed, Assert.IsType<SendOutcome.NotHandedOver>(await SendAsync(transport)).Failure);
    }

    [Fact]
    public async Task A_certificate_for_another_name_ends_the_attempt()
    {
        await using var server = LoopbackSmtpServer.Start(new() { Security = SmtpSecurity.Tls });
        await using var transport = new SmtpTransport(server.Settings with { Host = "127.0.0.1" });

        Assert.Equal(HandOverFailure.TlsFailed, Assert.IsType<SendOutcome.NotHandedOver>(await SendAsync(transport)).Failure);
    }

    [Fact]
    public async Task Without_an_offer_of_tls_nothing_is_sent_in_the_clear()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var transport = new SmtpTransport(server.Settings with { Security = SmtpSecurity.StartTls, User = "digest", Password = "right" });

        Assert.Equal(HandOverFailure.TlsFailed, Assert.IsType<SendOutcome.NotHandedOver>(await SendAsync(transport)).Failure);
        Assert.StartsWith("EHLO", Assert.Single(server.Commands), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replies_slipped_in_before_tls_are_not_believed()
    {
        await using var server = LoopbackSmtpServer.Start(new()
        {
            Security = SmtpSecurity.StartTls,
            Script = line => line == "STARTTLS" ? "220 go\r\n250 injected\r\n" : null,
        });
        await using var transport = new SmtpTransport(server.Settings);

        var outcome = Assert.IsType<SendOutcome.NotHandedOver>(await SendAsync(transport));

        Assert.Equal(HandOverFailure.TlsFailed, outcome.Failure);
        Assert.Equal("STARTTLS", server.Commands[^1]);
    }

    [Theory]
    [InlineData("LOGIN PLAIN", "AUTH PLAIN AGRpZ2VzdAByaWdodA==")]
    [InlineData("LOGIN", "AUTH LOGIN|ZGlnZXN0|cmlnaHQ=")]
    public async Task Credentials_go_by_plain_or_else_by_login(string offered, string said)
    {
        await using var server = LoopbackSmtpServer.Start(new() { Security = SmtpSecurity.StartTls, AuthMechanisms = offered });
        await using var transport = new SmtpTransport(server.Settings with { User = "digest", Password = "right" });

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport));

        Assert.Contains(said, string.Join('|', server.Commands), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PLAIN", "wrong")]
    [InlineData("LOGIN", "wrong")]
    [InlineData("CRAM-MD5 XOAUTH2", "right")]
    [InlineData(null, "right")]
    public async Task Without_accepted_credentials_nothing_is_sent(string? offered, string password)
    {
        await using var server = LoopbackSmtpServer.Start(new() { AuthMechanisms = offered });
        await using var transport = new SmtpTransport(server.Settings with { User = "digest", Password = password });

        var outcome = Assert.IsType<SendOutcome.NotHandedOver>(await SendAsync(transport));

        Assert.Equal((SendPhase.Authentication, HandOverFailure.AuthenticationFailed), (outcome.Phase, outcome.Failure));
        Assert.Equal(HandOverFailure.AuthenticationFailed, (await transport.CheckAsync(Token))?.Failure);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_relay_that_knows_only_helo_is_good_enough_when_nothing_more_is_asked_for()
    {
        await using var server = LoopbackSmtpServer.Start(new() { KnowsEhlo = false });
        await using var transport = new SmtpTransport(server.Settings);
        await using var secured = new SmtpTransport(server.Settings with { Security = SmtpSecurity.StartTls });

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(transport));
        Assert.Contains("MAIL FROM:<>", server.Commands);
        Assert.IsType<SendOutcome.NotHandedOver>(await SendAsync(secured));
    }

    [Fact]
    public async Task Our_name_is_the_configured_one_or_the_address_of_our_end()
    {
        await using var server = LoopbackSmtpServer.Start();
        await using var named = new SmtpTransport(server.Settings with { EhloName = "mail.digest.example" });
        await using var nameless = new SmtpTransport(server.Settings);

        Assert.Null(await named.CheckAsync(Token));
        Assert.Null(await nameless.CheckAsync(Token));

        Assert.Equal(["EHLO mail.digest.example", "QUIT", "EHLO [127.0.0.1]", "QUIT"], server.Commands);
    }

    [Fact]
    public void Settings_that_could_not_work_are_refused_at_once()
    {
        var good = new SmtpSettings { Host = "mail.example", User = "digest", Password = "right" };

        Assert.All<SmtpSettings>(
            [
                good with { Host = "" },
                good with { Port = 0 },
                good with { Password = null },
                good with { User = "digest\0" },
                good with { EhloName = "mail.example\r\nRSET" },
                good with { MessagesPerConnection = 0 },
            ],
            bad => Assert.Throws<ArgumentException>(() => new SmtpTransport(bad)));
    }

    [Fact]
    public void Settings_keep_their_password_to_themselves() =>
        Assert.DoesNotContain("right", new SmtpSettings { Host = "mail.example", User = "digest", Password = "right" }.ToString(), StringComparison.Ordinal);

    private static Task<SendOutcome> SendAsync(SmtpTransport transport) =>
        transport.SendAsync(Envelope, Encoding.ASCII.GetBytes("Subject: one\r\n\r\nHello\r\n"), _ => ValueTask.FromResult(true), Token);
}
