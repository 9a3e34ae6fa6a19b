using System.Text;
using PaperDigest.Smtp;

namespace PaperDigest.Tests.Smtp;

public sealed class FolderTransportTests : IDisposable
{
    private static readonly Envelope Envelope = new("bounce@digest.example", "reader@example.org");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mail-folder-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_message_becomes_one_file_and_a_repeat_replaces_it()
    {
        await using var transport = new FolderTransport(Path.Combine(folder.FullName, "mail"));
        var message = "Subject: x\r\nMessage-ID: <01J@digest.example>\r\n\r\nOne\r\n";

        await SendAsync(transport, message);
        var outcome = await SendAsync(transport, message + "Two\r\n");

        Assert.Equal("2.0.0 written to 01J@digest.example.eml", Assert.IsType<SendOutcome.Accepted>(outcome).Reply.Text);
        var file = Assert.Single(folder.GetFiles("*", SearchOption.AllDirectories));
        Assert.Equal(message + "Two\r\n", await File.ReadAllTextAsync(file.FullName, Token));
    }

    [Theory]
    [InlineData("<../../etc/x@y>", "<.._.._etc_x@y>")]
    [InlineData("<a/b@y>", "<a:b@y>")]
    public async Task Different_ids_are_different_files_within_the_folder(string one, string other)
    {
        await using var transport = new FolderTransport(folder.FullName);

        await SendAsync(transport, $"Message-ID: {one}\r\n\r\nOne\r\n");
        await SendAsync(transport, $"Message-ID:\r\n {other}\r\n\r\nOne\r\n");
        await SendAsync(transport, "Subject: no id\r\n\r\nMessage-ID: <in@the.body>\r\n");

        Assert.Equal(3, folder.GetFiles("*.eml").Length);
    }

    [Fact]
    public async Task Nothing_is_written_when_the_caller_says_no()
    {
        await using var transport = new FolderTransport(folder.FullName);

        Assert.IsType<SendOutcome.Abandoned>(await SendAsync(transport, "Message-ID: <a@b>\r\n\r\n", goOn: false));

        Assert.Empty(folder.GetFiles());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_is_a_safe_failure()
    {
        var file = Path.Combine(folder.FullName, "file");
        await File.WriteAllTextAsync(file, "in the way", Token);
        await using var transport = new FolderTransport(file);

        Assert.Equal(HandOverFailure.FolderNotWritable, Assert.IsType<SendOutcome.NotHandedOver>(await SendAsync(transport, "A: b\r\n\r\n")).Failure);
        Assert.Equal(HandOverFailure.FolderNotWritable, (await transport.CheckAsync(Token))?.Failure);
    }

    [Fact]
    public async Task A_check_leaves_nothing_behind()
    {
        await using var transport = new FolderTransport(folder.FullName);

        Assert.Null(await transport.CheckAsync(Token));
        Assert.Empty(folder.GetFiles());
    }

    private static Task<SendOutcome> SendAsync(FolderTransport transport, string message, bool goOn = true) =>
        transport.SendAsync(Envelope, Encoding.ASCII.GetBytes(message), _ => ValueTask.FromResult(goOn), Token);
}
