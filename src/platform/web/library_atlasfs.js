// ATLASFS: a mount type for Emscripten's file system with the contract of IDBFS (`mount`, `syncfs`),
// for several tabs that share one store. The files live in memory (MEMFS); `opts.database` keeps them
// (web/src/store/folder_database.js). Where IDBFS makes the database equal to this tab's memory,
// ATLASFS sends what this tab wrote or removed since the last flush, and nothing else; what other
// tabs did is never overwritten nor deleted by not being known here.
//
//   syncfs(mount, false, done)  sends; `done(error)` only when it is durable and read back. After an
//                               error everything stays to be sent by the next flush.
//   syncfs(mount, true, done)   loads the names that are not known yet, and where files are written
//                               again those with other content; they stand in mount.arrived.
//   send_all_again(mount)       the database was lost under a running page: all that is here is to be
//                               sent by the next flush.
//
// A mount is one flat folder. ES2017 at most: Emscripten 3.1.6 parses this.
mergeInto(LibraryManager.library, {
  $ATLASFS__deps: ['$FS', '$MEMFS', '$ERRNO_CODES'],
  $ATLASFS: {
    mount: function (mount) {
      mount.known = new Set(); // names that the database has or had
      mount.written = new Map(); // name → number of its latest write
      mount.removed = new Set();
      mount.arrived = [];
      mount.writes = 0;
      var root = MEMFS.mount.apply(null, arguments);
      root.node_ops = ATLASFS.folder_ops();
      return root;
    },

    // Mounts `path` unless something is mounted there.
    mount_folder: function (path, host) {
      FS.mkdirTree(path);
      var node = FS.lookupPath(path).node;
      if (node.mount.mountpoint === path) return node.mount;
      FS.mount(ATLASFS, { database: host.database(path) }, path);
      return FS.lookupPath(path).node.mount;
    },

    folder_ops: function () {
      return Object.assign({}, MEMFS.ops_table.dir.node, {
        mknod: function (parent, name, mode, dev) {
          if (!FS.isFile(mode)) throw new FS.ErrnoError(ERRNO_CODES['EPERM']);
          var node = MEMFS.node_ops.mknod(parent, name, mode, dev);
          node.node_ops = ATLASFS.file_ops();
          node.stream_ops = ATLASFS.stream_ops();
          ATLASFS.mark_written(node);
          return node;
        },
        unlink: function (parent, name) {
          MEMFS.node_ops.unlink(parent, name);
          parent.mount.written.delete(name);
          if (parent.mount.known.has(name)) parent.mount.removed.add(name);
        },
        rename: function () {
          throw new FS.ErrnoError(ERRNO_CODES['EPERM']); // names stand for content
        },
      });
    },

    file_ops: function () {
      return Object.assign({}, MEMFS.ops_table.file.node, {
        setattr: function (node, attributes) {
          MEMFS.node_ops.setattr(node, attributes);
          if (attributes.size !== undefined) ATLASFS.mark_written(node);
        },
      });
    },

    stream_ops: function () {
      return Object.assign({}, MEMFS.ops_table.file.stream, {
        write: function (stream) {
          ATLASFS.mark_written(stream.node);
          return MEMFS.stream_ops.write.apply(null, arguments);
        },
      });
    },

    mark_written: function (node) {
      var mount = node.mount;
      mount.writes += 1;
      mount.written.set(node.name, mount.writes);
      mount.removed.delete(node.name);
    },

    has_work: function (mount) {
      return mount.written.size > 0 || mount.removed.size > 0;
    },

    syncfs: function (mount, populate, done) {
      var work = populate ? ATLASFS.load(mount) : ATLASFS.send(mount);
      work.then(
        function () {
          done(null);
        },
        function (error) {
          done(error);
        }
      );
    },

    load: function (mount) {
      return mount.opts.database.read(mount.known).then(function (files) {
        mount.arrived = [];
        files.forEach(function (file) {
          var name = file.name;
          mount.known.add(name);
          if (mount.removed.has(name) || mount.written.has(name)) return;
          var here = mount.root.contents[name];
          if (here && !mount.opts.database.overwrites) return;
          if (here && ATLASFS.holds(here, file.bytes)) return;
          FS.writeFile(mount.mountpoint + '/' + name, file.bytes);
          mount.written.delete(name);
          mount.arrived.push(name);
        });
      });
    },

    send: function (mount) {
      var sent = new Map(mount.written);
      var removed = Array.from(mount.removed);
      var files = Array.from(sent.keys()).map(function (name) {
        return { name: name, bytes: ATLASFS.bytes_of(mount.root.contents[name]).slice() };
      });
      if (files.length === 0 && removed.length === 0) return Promise.resolve();
      return mount.opts.database.commit(files, removed).then(function () {
        sent.forEach(function (write, name) {
          mount.known.add(name);
          if (mount.written.get(name) === write) mount.written.delete(name);
          // Removed while it was on its way: the next flush takes it out again.
          else if (!mount.root.contents[name]) mount.removed.add(name);
        });
        removed.forEach(function (name) {
          mount.removed.delete(name);
        });
      });
    },

    // MEMFS keeps signed bytes where the core wrote them.
    bytes_of: function (node) {
      var data = MEMFS.getFileDataAsTypedArray(node);
      return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    },

    holds: function (node, bytes) {
      var here = ATLASFS.bytes_of(node);
      var there = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      return (
        here.length === there.length &&
        here.every(function (byte, i) {
          return byte === there[i];
        })
      );
    },

    send_all_again: function (mount) {
      Object.keys(mount.root.contents).forEach(function (name) {
        ATLASFS.mark_written(mount.root.contents[name]);
      });
    },
  },
});
