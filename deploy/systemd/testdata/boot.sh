# Boots systemd on a machine of its own, made of this one's programs and none of its
# settings or services. Runs as the first process of new namespaces of processes,
# mounts, names and messages; the network is shared, so that tests can ask.
# $1: an empty folder, $2: the program, $3: the folder of units, $4: a name for its
# control groups.
set -eu
here=$1 program=$2 units=$3 group=$4

if [ -z "${5:-}" ]; then # a group of its own in every hierarchy, whose root it then is
  for tree in /sys/fs/cgroup /sys/fs/cgroup/*; do
    [ -e "$tree/cgroup.procs" ] && mkdir "$tree/$group" && echo 0 >"$tree/$group/cgroup.procs" || true
  done 2>/dev/null
  exec unshare --cgroup bash "$0" "$@" again
fi

mount --make-rprivate /
mount -t tmpfs -o mode=755 tmpfs "$here"
mkdir "$here/system"
for unit in sysinit basic multi-user local-fs network sockets timers paths slices shutdown umount final exit; do
  cp "/usr/lib/systemd/system/$unit.target" "$here/system/"
done
cp /usr/lib/systemd/system/systemd-journald{.service,.socket,-dev-log.socket} "$here/system/"
mkdir "$here/system/sysinit.target.wants" "$here/system/sockets.target.wants"
ln -s ../systemd-journald.service "$here/system/sysinit.target.wants/"
ln -s ../systemd-journald.socket ../systemd-journald-dev-log.socket "$here/system/sockets.target.wants/"

mkdir "$here/root"
mount -t tmpfs -o mode=755 tmpfs "$here/root"
cp /etc/ld.so.cache "$here/ld.so.cache"
cd "$here/root"
mkdir -p dev etc/nianbao etc/systemd/system home opt/nianbao proc root run sys tmp usr var/lib var/log/journal var/tmp old
chmod 1777 tmp var/tmp
for folder in bin sbin lib lib64; do [ -e /$folder ] && ln -s usr/$folder $folder; done
mount --rbind -o ro /usr usr
mount --bind -o ro "$here/system" usr/lib/systemd/system
cp "$here/ld.so.cache" etc/
echo 'root:x:0:0::/root:/bin/sh
nobody:x:65534:65534::/nonexistent:/bin/false' >etc/passwd
echo 'root:x:0:
systemd-journal:x:101:
nogroup:x:65534:' >etc/group
echo 'passwd: files systemd
group: files systemd' >etc/nsswitch.conf
echo 'NAME=a machine of its own' >etc/os-release
echo 0123456789abcdef0123456789abcdef >etc/machine-id
mkdir etc/systemd/journald.conf.d
echo '[Journal]
ReadKMsg=no' >etc/systemd/journald.conf.d/own.conf
echo secret of this machine >home/of-somebody
mount -t tmpfs -o mode=755 tmpfs dev
mkdir dev/shm dev/pts && chmod 1777 dev/shm
ln -s pts/ptmx dev/ptmx; ln -s /proc/self/fd dev/fd
for device in null zero full random urandom tty; do
  touch dev/$device && mount --bind /dev/$device dev/$device || true
done
mount -t proc proc proc
mount --bind proc/sys proc/sys && mount -o remount,bind,ro proc/sys
mount -t sysfs -o ro sysfs sys
mount -t tmpfs -o mode=755 tmpfs run
if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
  mount -t cgroup2 cgroup2 sys/fs/cgroup
else
  mount -t tmpfs -o mode=755 tmpfs sys/fs/cgroup
  for tree in memory pids; do mkdir sys/fs/cgroup/$tree && mount -t cgroup -o $tree cgroup sys/fs/cgroup/$tree; done
  mkdir sys/fs/cgroup/systemd sys/fs/cgroup/unified
  mount -t cgroup -o none,name=systemd cgroup sys/fs/cgroup/systemd
  mount -t cgroup2 cgroup2 sys/fs/cgroup/unified
fi
cp "$program" opt/nianbao/nianbao
cp "$units"/* etc/systemd/system/ 2>/dev/null || true
pivot_root . old
umount -l old
mount --make-rshared / # as whoever starts a systemd has to: credentials reach a service so
exec env -i container=test PATH=/usr/sbin:/usr/bin:/sbin:/bin \
  /lib/systemd/systemd --system --unit=multi-user.target --log-target=console --log-level=notice --show-status=no
