package office

import (
	"context"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/manuscript"
)

// convert has the program write the file anew, and opens what it wrote.
func (c *conversion) convert(ctx context.Context, program string, src io.ReaderAt, size int64, kind *manuscript.Kind) (*os.File, error) {
	from, to := filepath.Join(c.folder, "report"+kind.Extensions[0]), "docx"
	if slices.Contains(kind.Extensions, ".xls") || slices.Contains(kind.Extensions, ".fods") {
		to = "xlsx"
	}
	profile := filepath.Join(c.folder, "profile")
	if err := c.prepare(from, profile, io.NewSectionReader(src, 0, size)); err != nil {
		return nil, err
	}
	into := filepath.Join(c.folder, "converted")
	ctx, cancel := context.WithTimeoutCause(ctx, patience, errSlow)
	defer cancel()
	command := exec.Command(program, "-env:UserInstallation="+fileURL(profile), "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
		"--convert-to", to, "--outdir", into, from)
	command.Dir = c.folder
	command.Env = append(os.Environ(), "TMPDIR="+c.folder, "TMP="+c.folder, "TEMP="+c.folder)
	inGroup(command)
	if err := c.run(ctx, command); err != nil {
		return nil, err
	}
	f, err := os.Open(filepath.Join(into, "report."+to))
	if err != nil {
		return nil, errNone // it may end well all the same
	}
	return f, nil
}

// prepare writes the file and the program's settings into the folder.
func (c *conversion) prepare(from, profile string, src io.Reader) error {
	if err := os.MkdirAll(filepath.Join(profile, "user"), 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(settings), 0o600); err != nil {
		return err
	}
	f, err := os.OpenFile(from, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if _, err := io.Copy(f, src); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// settings: no macros, whoever signed them, and nothing fetched that the file points to.
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
`

// run runs the program to its end, or to its group's, which holds all that it starts.
func (c *conversion) run(ctx context.Context, command *exec.Cmd) error {
	running.Lock()
	err := command.Start()
	if err == nil {
		c.group = command
	}
	running.Unlock()
	if err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	select {
	case <-ended:
		return nil // whether it wrote a file tells how it went
	case <-ctx.Done():
		endGroup(command)
		<-ended
		return context.Cause(ctx)
	}
}

func fileURL(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/…
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}
