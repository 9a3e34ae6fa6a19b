using System.Text;
using System.Text.RegularExpressions;
using PaperDigest.Smtp.Mime;

namespace PaperDigest.Tests.Smtp;

public sealed partial class MimeWriterTests
{
    private static readonly OutgoingMessage Digest = new()
    {
        From = new("digest@digest.example", "PaperDigest – wöchentlich"),
        To = new("reader@example.org"),
        Subject = "3 papers in cs.LG",
        MessageId = "01J0000000@digest.example",
        Date = new(2026, 5, 20, 6, 0, 0, TimeSpan.FromHours(2)),
        TextBody = "One\n.two\n=three= café\ntrailing space \n",
        HtmlBody = "<p>One</p>\r\n",
        Headers =
        [
            MessageHeader.ListId("Weekly papers, cs.LG", "weekly.digest.example"),
            MessageHeader.Links(
                "List-Unsubscribe",
                new Uri("https://digest.example/unsubscribe/0123456789abcdef0123456789abcdef0123456789abcdef"),
                new Uri("mailto:unsubscribe+01J@digest.example")),
            MessageHeader.OneClickUnsubscribe,
            MessageHeader.Text("Auto-Submitted", "auto-generated"),
        ],
    };

    [Fact]
    public void A_message_is_written_as_the_standards_show_it()
    {
        const string expected = """
            From: =?utf-8?Q?PaperDigest_=E2=80=93_w=C3=B6chentlich?=
             <digest@digest.example>
            To: reader@example.org
            Subject: 3 papers in cs.LG
            Date: Wed, 20 May 2026 04:00:00 +0000
            Message-ID: <01J0000000@digest.example>
            List-ID: "Weekly papers, cs.LG" <weekly.digest.example>
            List-Unsubscribe: <https://digest.example/unsubscribe/0123456789abcdef0123456789abcdef0123456789abcdef>,
             <mailto:unsubscribe+01J@digest.example>
            List-Unsubscribe-Post: List-Unsubscribe=One-Click
            Auto-Submitted: auto-generated
            MIME-Version: 1.0
            Content-Type: multipart/alternative;
             boundary="BOUNDARY"

            --BOUNDARY
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            One
            .two
            =3Dthree=3D caf=C3=A9
            trailing space=20

            --BOUNDARY
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <p>One</p>

            --BOUNDARY--

            """;

        var text = Encoding.ASCII.GetString(MimeWriter.Write(Digest));

        var boundary = BoundaryPattern().Match(text).Value;
        Assert.Equal(expected.ReplaceLineEndings("\r\n"), text.Replace(boundary, "BOUNDARY", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_message_gives_the_same_octets_and_another_id_another_boundary()
    {
        var first = MimeWriter.Write(Digest);
        var other = MimeWriter.Write(Digest with { MessageId = "01J0000001@digest.example" });

        Assert.Equal(first, MimeWriter.Write(Digest with { }));
        Assert.NotEqual(BoundaryPattern().Match(Encoding.ASCII.GetString(first)).Value, BoundaryPattern().Match(Encoding.ASCII.GetString(other)).Value);
    }

    [Fact]
    public void A_message_without_html_is_plain_text()
    {
        var message = MimeReader.Read(MimeWriter.Write(Digest with { HtmlBody = null, TextBody = "Please confirm." }));

        Assert.Equal("text/plain; charset=utf-8", message["Content-Type"]);
        Assert.Equal("Please confirm.\r\n", message.Text);
    }

    [Fact]
    public void Whatever_is_written_can_be_read_back()
    {
        var random = new Random(20260520);
        for (var i = 0; i < 400; i++)
        {
            var message = Digest with
            {
                From = new("digest@digest.example", SomeText.Line(random)),
                Subject = SomeText.Line(random),
                TextBody = SomeText.Body(random),
                HtmlBody = SomeText.Body(random),
                Headers = [MessageHeader.ListId(SomeText.Line(random), "weekly.digest.example")],
            };

            var octets = MimeWriter.Write(message);

            AssertLinesAreSound(octets);
            var read = MimeReader.Read(octets);
            Assert.Equal(message.Subject, read.Decoded("Subject"));
            Assert.Equal($"{message.From.DisplayName} <digest@digest.example>", Phrase(read["From"]));
            Assert.EndsWith("<weekly.digest.example>", read["List-ID"], StringComparison.Ordinal);
            Assert.Equal([message.TextBody, message.HtmlBody], read.Parts.Select(part => part.Text));
        }
    }

    [Fact]
    public void Text_of_few_ascii_letters_is_written_in_base64_and_other_text_stays_legible()
    {
        var parts = MimeReader.Read(MimeWriter.Write(Digest with
        {
            TextBody = "注意力机制就是你所需要的一切",
            HtmlBody = "Résumé of attention, naïve and not",
        })).Parts;

        Assert.Equal(["base64", "quoted-printable"], parts.Select(part => part["Content-Transfer-Encoding"]));
    }

    [Theory]
    [InlineData("=?utf-8?Q?=41?= is not A")]
    [InlineData("two  spaces")]
    [InlineData(" at both ends ")]
    [InlineData("")]
    public void A_subject_is_shown_as_it_was_given(string subject) =>
        Assert.Equal(subject, MimeReader.Read(MimeWriter.Write(Digest with { Subject = subject })).Decoded("Subject"));

    [Theory]
    [InlineData("\r\nBcc: victim@example.org")]
    [InlineData("line\nbreak")]
    [InlineData("line\rbreak")]
    [InlineData("nul\0")]
    [InlineData("tab\t")]
    [InlineData("escape\u001B")]
    [InlineData("next line\u0085")]
    public void Nothing_that_could_break_out_of_a_header_gets_into_one(string value)
    {
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Digest with { Subject = value }));
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Digest with { MessageId = $"a{value}@digest.example" }));
        Assert.Throws<ArgumentException>(() => new Mailbox("digest@digest.example", value));
        Assert.Throws<ArgumentException>(() => new Mailbox($"digest@digest.example{value}"));
        Assert.Throws<ArgumentException>(() => MessageHeader.Text("X-Topic", value));
        Assert.Throws<ArgumentException>(() => MessageHeader.Text($"X-{value}", "topic"));
        Assert.Throws<ArgumentException>(() => MessageHeader.ListId(value, "weekly.digest.example"));
        Assert.Throws<ArgumentException>(() => MessageHeader.ListId("Weekly", $"weekly.example{value}"));
    }

    [Theory]
    [InlineData("<a@b>")]
    [InlineData("ab")]
    [InlineData("a b@c")]
    [InlineData("ä@b")]
    public void A_message_id_is_one_plain_id(string id) =>
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Digest with { MessageId = id }));

    [Theory]
    [InlineData("subject")]
    [InlineData("Message-Id")]
    [InlineData("Content-Type")]
    [InlineData("List-Unsubscribe-Post")]
    public void No_header_occurs_twice(string name) =>
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Digest with { Headers = [.. Digest.Headers, MessageHeader.Text(name, "again")] }));

    [Fact]
    public void A_link_too_long_for_a_line_is_refused_and_not_folded()
    {
        var header = MessageHeader.Links("List-Unsubscribe", new Uri("https://digest.example/" + new string('x', 1000)));

        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Digest with { Headers = [header] }));
    }

    [Fact]
    public void A_subject_without_any_space_is_folded_all_the_same()
    {
        var subject = new string('x', 3000);

        var octets = MimeWriter.Write(Digest with { Subject = subject, Headers = [] });

        AssertLinesAreSound(octets);
        Assert.Equal(subject, MimeReader.Read(octets).Decoded("Subject"));
    }

    private static void AssertLinesAreSound(byte[] octets)
    {
        Assert.DoesNotContain(octets, octet => octet >= 0x80);
        var text = Encoding.ASCII.GetString(octets);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        foreach (var line in text.Split("\r\n"))
        {
            Assert.DoesNotContain('\r', line);
            Assert.DoesNotContain('\n', line);
            Assert.InRange(line.Length, 0, 998);
            // Longer than 78 is only what has no place to fold at: a word, or a header's name and its first word.
            Assert.True(line.Length <= 78 || line.Trim().Split(' ').Length <= 2, line);
            Assert.All(EncodedWordPattern().Matches(line), word => Assert.InRange(word.Length, 0, 75));
        }
    }

    // A phrase is either a quoted string, within which nothing is decoded, or encoded-words and atoms.
    private static string Phrase(string value) =>
        value.StartsWith('"')
            ? QuotedStringPattern().Replace(value, phrase => QuotedPairPattern().Replace(phrase.Groups[1].Value, "$1"))
            : MimeReader.Decode(value);

    [GeneratedRegex(@"^""((?:[^""\\]|\\.)*)""")]
    private static partial Regex QuotedStringPattern();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex QuotedPairPattern();

    [GeneratedRegex("=_[0-9a-f]{24}")]
    private static partial Regex BoundaryPattern();

    [GeneratedRegex(@"=\?\S*\?=")]
    private static partial Regex EncodedWordPattern();
}
