using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using PaperDigest.Mail;
using PaperDigest.Smtp;
using PaperDigest.Smtp.Mime;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Mail;

public sealed class MailOptionsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("digest@example.org", null, null)]
    [InlineData("Papers of the Day <digest@example.org>", "bounces.example.org", null)]
    [InlineData("", null, "From")]
    [InlineData("digest", null, "From")]
    [InlineData("a@example.org, b@example.org", null, "From")]
    [InlineData("digest@example.org", "no domain", "BounceDomain")]
    public void A_sender_that_mail_cannot_come_from_is_refused_by_its_key(string from, string? bounces, string? key) =>
        Assert.Equal(key, KeyRefused(new MailOptions { From = from, BounceDomain = bounces }));

    [Theory]
    [InlineData(null, 587, null, null, 2, null)]
    [InlineData("mail.example.org", 587, "user", "secret", 8, null)]
    [InlineData("mail example", 587, null, null, 2, "Host")]
    [InlineData("mail.example.org", 0, null, null, 2, "Port")]
    [InlineData("mail.example.org", 587, "user", null, 2, "Password")]
    [InlineData("mail.example.org", 587, null, "secret", 2, "User")]
    [InlineData("mail.example.org", 587, null, null, 0, "Connections")]
    public void A_server_that_cannot_be_used_is_refused_by_its_key(
        string? host, int port, string? user, string? password, int connections, string? key) =>
        Assert.Equal(key, KeyRefused(new SmtpOptions { Host = host, Port = port, User = user, Password = password, Connections = connections }));

    [Fact]
    public void A_security_that_does_not_exist_is_refused() => Assert.Equal("Security", KeyRefused(new SmtpOptions { Security = (SmtpSecurity)7 }));

    [Fact]
    public void With_a_bounce_domain_each_message_returns_to_an_address_of_its_own()
    {
        var writer = new MailWriter(
            Options.Create(new MailOptions { From = "Papers <digest@example.org>", BounceDomain = "bounces.example.org" }), new LinkSigner(database.Source),
            new TestClock(TestClock.Noon));
        var (one, two) = (Write(writer), Write(writer));
        Assert.Matches("^b\\+[0-9a-f]{32}\\.[0-9a-f]{20}@bounces\\.example\\.org$", one.FromAddress);
        Assert.NotEqual(one.FromAddress, two.FromAddress);
        Assert.True(MailAddressSyntax.Read(one.FromAddress).Verdict is AddressVerdict.Valid);
    }

    private static OutgoingMail Write(MailWriter writer) => writer.Write(
        new MailDraft(Guid.NewGuid(), MailKind.Digest, new Mailbox("reader@example.org"), "Papers") { Text = "text", Html = "<p>text</p>" }, TestClock.Noon);

    private static string? KeyRefused(object options)
    {
        var results = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true)
            ? null
            : results[0].MemberNames.Single();
    }
}
